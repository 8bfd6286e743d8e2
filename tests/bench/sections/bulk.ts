import { ROUTES } from '#src/http/routes.ts';
import type { Bench } from '../bench.ts';
import { rawInsertCpu, rawInsertRate } from '../limits/raw-insert.ts';
import { ratios, repeat } from '../measure/repeat.ts';
import { spread } from '../measure/spread.ts';
import {
  BULK_PATH,
  cpuFigures,
  inBulk,
  measureThroughput,
  type Throughput,
  warmUp,
} from '../measure/throughput.ts';
import { type Figure, figure, type Section } from '../section.ts';
import type { InstallationOptions } from '../world/installation.ts';

/** Uploads of NDJSON by several clinics at once, until the last sheet is decided. */
export const bulk: Section = {
  name: 'bulk',
  title: 'NDJSON uploads, from the first byte until all is decided',
  inQuick: true,
  run,
};

const WARM_UP = 5_000;
/** For each second that a run should take. */
const SHEETS_A_SECOND = 4_000;

async function run(bench: Bench): Promise<readonly Figure[]> {
  if (!ROUTES.some(({ path }) => path === BULK_PATH)) throw new Error('there is no bulk yet');
  const one = await measure(bench, { workers: 1 });
  const onPostgres = await measure(bench, { workers: 1, queue: 'postgres' });
  const rates = decidedRates(one);
  const { median } = spread(rates);
  const raw = await rawInsertRate(bench);
  return [
    figure('decided, 1 worker', '/s', { values: rates, target: 'bulk-rate' }),
    figure('accepted, 1 worker', '/s', {
      values: one.map(({ acceptedPerSecond }) => acceptedPerSecond),
    }),
    ...(await moreWorkers(bench)),
    figure('limit: raw set-based insert of the same rows', '/s', { values: raw }),
    figure('decided / raw insert', 'x', {
      ...{ values: ratios(rates, spread(raw).median), target: 'bulk-to-raw' },
    }),
    figure('decided, BullMQ on Postgres', '/s', { values: decidedRates(onPostgres) }),
    figure('BullMQ on Postgres / on Redis', 'x', {
      ...{ values: ratios(decidedRates(onPostgres), median), target: 'bulk-on-postgres' },
    }),
    ...cpuFigures('1 worker', one),
    figure('raw insert: CPU of Postgres', 'us/sheet', { values: await rawInsertCpu(bench) }),
    ...cpuFigures('BullMQ on Postgres', onPostgres),
  ];
}

/** In the full run only: on two cores it is told in minutes that more of them gain little. */
async function moreWorkers(bench: Bench): Promise<Figure[]> {
  if (bench.options.quick) return [];
  const figures: Figure[] = [];
  for (const workers of [2, 4]) {
    const runs = await measure(bench, { workers });
    const name = `decided, ${workers} workers`;
    figures.push(figure(name, '/s', { values: decidedRates(runs) }));
  }
  return figures;
}

function decidedRates(runs: readonly Throughput[]): number[] {
  return runs.map(({ decidedPerSecond }) => decidedPerSecond);
}

function measure(bench: Bench, options: InstallationOptions): Promise<Throughput[]> {
  return bench.onProduct(options, async (installation) => {
    const { repetitions, seconds } = bench.options;
    await warmUp(bench, installation, inBulk(0, WARM_UP));
    const count = seconds * SHEETS_A_SECOND;
    return repeat(repetitions, (turn) =>
      measureThroughput(bench, installation, inBulk(WARM_UP + turn * count, count)),
    );
  });
}
