import { setTimeout as sleep } from 'node:timers/promises';
import { loadRuleset } from '#fixtures/load-rulesets.ts';
import { askSimulation, type SimulationRequest } from '#src/pipeline/simulate/ask-simulation.ts';
import type { Bench } from '../bench.ts';
import { rawInsertRate } from '../limits/raw-insert.ts';
import { monotonic } from '../measure/monotonic.ts';
import { cpuSeconds, cpuSecondsOfTree } from '../measure/process-figures.ts';
import { ratios } from '../measure/repeat.ts';
import { spread } from '../measure/spread.ts';
import { inBulk, measureThroughput } from '../measure/throughput.ts';
import { type Figure, figure, type Section } from '../section.ts';
import type { Installation } from '../world/installation.ts';

/** From the asking to the report, over two worker processes, every read and write included. */
export const simulation: Section = {
  name: 'simulation',
  title: '85 % instead of 90 % over stored sheets of four lines, two workers',
  inQuick: false,
  run,
};

const SMALLEST = 10_000;
const LARGEST_IN_QUICK = 100_000;
const MIN_REPETITIONS = 3;
/** Sheets that workers simulate before what counts: those of an installation have long been warm. */
const WARM_UP_SHEETS = 300_000;
/** Looks at a simulation, for a run: they find its end within a hundredth of its time. */
const LOOKS = 100;
const SHEETS_A_SECOND = 20_000;

interface Run {
  readonly perSecond: number;
  readonly worker: number;
  readonly postgres: number;
}

/** All runs at one size. */
interface Sized {
  readonly sheets: number;
  readonly runs: readonly Run[];
}

async function run(bench: Bench): Promise<readonly Figure[]> {
  const sized = await bench.onProduct({ workers: 2 }, async (installation) => {
    const measured: Sized[] = [];
    let first = 0;
    for (const sheets of sizes(bench)) {
      await measureThroughput(bench, installation, inBulk(first, sheets - first));
      await bench.servers.admin('VACUUM ANALYZE', installation.database);
      first = sheets;
      measured.push({ sheets, runs: await simulate(bench, installation, sheets) });
    }
    return measured;
  });
  const raw = await rawInsertRate(bench);
  return [
    ...sized.flatMap(figuresOf),
    ...growthOf(sized),
    figure('limit: raw set-based insert of the same rows', '/s', { values: raw }),
    ...sized.map(({ sheets, runs }) =>
      figure(`${sheets.toLocaleString('en')}: simulated / raw insert`, 'x', {
        values: ratios(ratesOf(runs), spread(raw).median),
      }),
    ),
  ];
}

function ratesOf(runs: readonly Run[]): number[] {
  return runs.map(({ perSecond }) => perSecond);
}

/** With one size there is nothing to compare. */
function growthOf(sized: readonly Sized[]): Figure[] {
  const medians = sized.map(({ runs }) => spread(ratesOf(runs)).median);
  const [smallest, largest] = [medians[0], medians.at(-1)];
  if (smallest === undefined || largest === undefined || medians.length < 2) return [];
  const name = 'cost a sheet, the largest size / the smallest';
  return [figure(name, 'x', { values: [smallest / largest], target: 'growth' })];
}

function sizes({ options }: Bench): number[] {
  const largest = options.quick ? LARGEST_IN_QUICK : options.grow;
  const list: number[] = [];
  for (let size = SMALLEST; size < largest; size *= 10) list.push(size);
  return [...list, Math.max(largest, SMALLEST)];
}

async function simulate(bench: Bench, installation: Installation, sheets: number): Promise<Run[]> {
  const runs: Run[] = [];
  const repetitions = Math.max(MIN_REPETITIONS, bench.options.repetitions);
  const warmUps = Math.ceil(WARM_UP_SHEETS / sheets);
  const request = await requestForLess(bench, installation);
  for (let turn = 0; turn < warmUps + repetitions; turn += 1) {
    const before = cpuOf(bench, installation);
    const begun = monotonic();
    await simulateOnce(installation, request, sheets);
    const seconds = (monotonic() - begun) / 1000;
    const after = cpuOf(bench, installation);
    bench.note(`simulation: ${sheets} in ${seconds.toFixed(2)} s`);
    if (turn < warmUps) continue;
    runs.push({
      perSecond: sheets / seconds,
      worker: ((after.worker - before.worker) / sheets) * 1e6,
      postgres: ((after.postgres - before.postgres) / sheets) * 1e6,
    });
  }
  return runs;
}

async function simulateOnce(
  installation: Installation,
  request: SimulationRequest,
  sheets: number,
): Promise<void> {
  const id = await askSimulation(installation.context, request);
  const pool = installation.context.database.as('auditor');
  const lookEveryMs = (sheets / SHEETS_A_SECOND / LOOKS) * 1000;
  for (;;) {
    const { rows } = await pool.query<{ status: string; report: string }>(
      'SELECT status, report FROM simulations WHERE id = $1',
      [id],
    );
    const [found] = rows;
    if (found?.status === 'done') {
      const { simulated } = JSON.parse(found.report).sheets;
      if (simulated !== sheets) throw new Error(`${simulated} of ${sheets} were simulated`);
      return;
    }
    if (found?.status === 'failed') throw new Error('the simulation failed');
    await sleep(lookEveryMs);
  }
}

/** A simulation of 85 % over all that is stored. */
export async function requestForLess(
  bench: Bench,
  { database }: Installation,
): Promise<SimulationRequest> {
  const mission = loadRuleset('AMO-90-100');
  const coverage = mission.coverage.map((row) =>
    row.code === 'ROUTINE' ? { ...row, rate: '0.85' } : row,
  );
  const [admin] = await bench.servers.admin<{ id: string }>(
    `SELECT id FROM organisations WHERE code = 'ADMIN'`,
    database,
  );
  return {
    of: { ...mission, code: 'AMO-85-100', coverage },
    period: { from: '2020-01-01', to: bench.day },
    organisationId: Number(admin?.id),
    onlyFundId: null,
    actor: 'bench',
  };
}

function cpuOf({ servers }: Bench, { workers }: Installation) {
  return {
    worker: workers.reduce((sum, { pid }) => sum + cpuSeconds(pid), 0),
    postgres: cpuSecondsOfTree(servers.postgres.pid),
  };
}

function figuresOf({ sheets, runs }: Sized): Figure[] {
  const size = sheets.toLocaleString('en');
  return [
    figure(`${size}: simulated`, '/s', {
      values: ratesOf(runs),
      target: 'simulation-rate',
    }),
    figure(`${size}: CPU of the workers`, 'us/sheet', { values: runs.map(({ worker }) => worker) }),
    figure(`${size}: CPU of Postgres`, 'us/sheet', {
      values: runs.map(({ postgres }) => postgres),
    }),
  ];
}
