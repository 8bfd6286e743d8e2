import type { Bench } from '../bench.ts';
import { bullNoOpRate } from '../limits/bull-no-op.ts';
import { expressInsertRate } from '../limits/express-insert.ts';
import { rawInsertCpu, rawInsertRate } from '../limits/raw-insert.ts';
import { ratios, repeat } from '../measure/repeat.ts';
import { spread } from '../measure/spread.ts';
import { cpuFigures, measureThroughput, type Throughput, warmUp } from '../measure/throughput.ts';
import { type Figure, figure, type Section } from '../section.ts';

/** One POST a sheet with all checks on, by so many clients that each wait for their answer. */
export const singles: Section = {
  name: 'singles',
  title: 'one POST a care sheet: authentication, full validation, idempotency, audit, decided',
  inQuick: true,
  run,
};

const WARM_UP = 5_000;

async function run(bench: Bench): Promise<readonly Figure[]> {
  const few = await measure(bench, 48);
  const many = await measure(bench, 192);
  const limits = [
    { name: 'Express 5 + one insert a request', values: await expressInsertRate(bench) },
    { name: 'BullMQ no-op jobs', values: await bullNoOpRate(bench) },
    { name: 'raw set-based insert of the same rows', values: await rawInsertRate(bench) },
  ];
  const decided = many.map(({ decidedPerSecond }) => decidedPerSecond);
  return [
    ...rates(few, '48 connections'),
    ...rates(many, '192 connections'),
    ...limits.flatMap(({ name, values }) => [
      figure(`limit: ${name}`, '/s', { values }),
      figure(`decided (192) / ${name}`, 'x', {
        values: ratios(decided, spread(values).median),
        ...(name.startsWith('raw') ? { target: 'single-to-raw' as const } : {}),
      }),
    ]),
    ...cpuFigures('48 connections', few),
    ...cpuFigures('192 connections', many),
    figure('raw insert: CPU of Postgres', 'us/sheet', { values: await rawInsertCpu(bench) }),
  ];
}

function rates(runs: readonly Throughput[], label: string): Figure[] {
  const accepted = runs.map(({ acceptedPerSecond }) => acceptedPerSecond);
  const decided = runs.map(({ decidedPerSecond }) => decidedPerSecond);
  return [
    figure(`accepted, ${label}`, '/s', { values: accepted }),
    figure(`decided, ${label}`, '/s', { values: decided, target: 'single-rate' }),
  ];
}

/** Each number of connections on a fresh installation; what warms it up is not counted. */
function measure(bench: Bench, connections: number): Promise<Throughput[]> {
  return bench.onProduct({}, async (installation) => {
    const { repetitions, seconds } = bench.options;
    const warm = { kind: 'closed', until: { count: WARM_UP } } as const;
    await warmUp(bench, installation, { first: 0, connections, pace: warm });
    let first = WARM_UP;
    return repeat(repetitions, async () => {
      const pace = { kind: 'closed', until: { seconds } } as const;
      const run = await measureThroughput(bench, installation, { first, connections, pace });
      first += run.sheets;
      return run;
    });
  });
}
