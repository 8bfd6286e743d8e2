import { type Bench, openBench } from './bench.ts';
import { describeMachine } from './measure/machine.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { keepReport } from './report/keep-report.ts';
import { machineText, type SectionReport, sectionText } from './report/report-text.ts';
import { type Figure, figure, type Section } from './section.ts';
import { SECTIONS } from './sections.ts';

/**
 * `npm run bench`: starts its own servers, runs the sections and prints their figures. It fails
 * when an invariant of the product is broken or a section cannot be measured; a target that is
 * missed is printed, and is no failure.
 */
async function runBench(options: BenchOptions): Promise<void> {
  const sections = chosen(options);
  // What grows needs families enough for its sheets; the others do with few.
  const grows = sections.some(({ name }) => GROWING.includes(name)) && !options.quick;
  const copies = copiesFor(grows ? options.grow : 0);
  say(`Seeding; then ${sections.map(({ name }) => name).join(', ')} ...\n`);
  const bench = await openBench(options, copies);
  // An interrupted run leaves no servers and no folder behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void bench.close().finally(() => process.exit(1)));
  }
  try {
    const { postgres, redis, folder } = bench.servers;
    const machine = describeMachine({
      postgres: `${postgres.version}, shared_buffers ${options.sharedBuffers ?? 'as embedded'}`,
      folder,
      redis: (await redisVersion(bench)) ?? redis.program,
    });
    say(`${machineText(machine)}\n`);
    const reports: SectionReport[] = [];
    for (const section of sections) {
      const report = await runSection(section, bench);
      reports.push(report);
      say(`${sectionText(report)}\n`);
    }
    const { violations } = bench;
    const file = keepReport({ machine, options, sections: reports, violations });
    say(`\n${verdict(reports, violations)}\nKept in ${file}\n`);
    if (violations.length > 0 || reports.some(({ fault }) => fault !== undefined)) {
      process.exitCode = 1;
    }
  } finally {
    await bench.close();
  }
}

const GROWING = ['growth', 'simulation'];

function chosen({ only, quick }: BenchOptions): readonly Section[] {
  if (only === undefined) return SECTIONS.filter(({ inQuick }) => inQuick || !quick);
  const unknown = only.filter((name) => SECTIONS.every((section) => section.name !== name));
  if (unknown.length === 0) return SECTIONS.filter(({ name }) => only.includes(name));
  const known = SECTIONS.map(({ name }) => name).join(', ');
  throw new TypeError(`There is no section ${unknown.join(', ')}; there are ${known}.`);
}

/** 20,000 sheets a copy, and one copy for the warm-up. */
function copiesFor(sheets: number): number {
  return Math.max(24, Math.ceil(sheets / 20_000) + 2);
}

async function runSection(section: Section, bench: Bench): Promise<SectionReport> {
  const began = performance.now();
  const { name, title } = section;
  const { figures, fault } = await section.run(bench).then(
    (measured) => ({ figures: measured, fault: undefined }),
    (error: unknown) => ({ figures: [], fault: faultText(error) }),
  );
  const seconds = (performance.now() - began) / 1000;
  return { name, title, seconds, figures: [...figures, ...memoryFigures(bench)], fault };
}

function faultText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The largest process of each kind that ran in a section. */
function memoryFigures(bench: Bench): Figure[] {
  const peaks = bench.takePeaks();
  return [...new Set(peaks.map(({ name }) => name))].map((name) => {
    const ofName = peaks.filter((peak) => peak.name === name);
    const values = [Math.max(...ofName.map(({ megabytes }) => megabytes))];
    return figure(`memory, peak of the ${name}`, 'MB', { values, target: 'memory' });
  });
}

function verdict(reports: readonly SectionReport[], violations: readonly string[]): string {
  if (violations.length > 0) return `BROKEN INVARIANTS:\n${violations.join('\n')}`;
  const wrote = reports.some(({ figures }) => figures.some(({ name }) => /memory/.test(name)));
  return wrote
    ? 'Every invariant holds over all that was written, and the decisions sampled replay.'
    : 'Nothing was written by the product.';
}

async function redisVersion({ servers }: Bench): Promise<string | undefined> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(servers.redis.url);
  const info = await redis.info('server');
  redis.disconnect();
  return /redis_version:(\S+)/.exec(info)?.[1];
}

function say(text: string): void {
  process.stdout.write(text);
}

try {
  await runBench(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
