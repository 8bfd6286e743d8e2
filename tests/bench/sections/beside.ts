import { setTimeout as sleep } from 'node:timers/promises';
import { askSimulation } from '#src/pipeline/simulate/ask-simulation.ts';
import { cancelSimulation } from '#src/pipeline/simulate/cancel-simulation.ts';
import type { Bench } from '../bench.ts';
import { quantile } from '../measure/spread.ts';
import { inBulk, measureThroughput } from '../measure/throughput.ts';
import { type Figure, figure, type Section } from '../section.ts';
import type { Installation } from '../world/installation.ts';
import { measureWaits, type Waits } from './latency.ts';
import { requestForLess } from './simulation.ts';

/** What a simulation costs live work: the same arrivals without one and beside one, in turns. */
export const beside: Section = {
  name: 'beside',
  title: 'live arrivals without and beside a simulation, two workers each; from the due POST',
  inQuick: false,
  run,
};

const STORED = 60_000;
/** The peak of a country's day, and five times that. */
const RATES = [20, 100] as const;
const MIN_REPETITIONS = 3;
/** Seldom, since asking is work too. */
const LOOK_EVERY_MS = 500;
const SHARES = { p50: 0.5, p99: 0.99 } as const;

/** One turn each way, one after the other, so that a neighbour of the machine meets both. */
interface Pair {
  readonly alone: Waits;
  readonly beside: Waits;
  /** Sheets that were simulated meanwhile, in a second. */
  readonly simulated: number;
}

function run(bench: Bench): Promise<readonly Figure[]> {
  return bench.onProduct({ workers: 2, simulators: 2 }, async (installation) => {
    await measureThroughput(bench, installation, inBulk(0, STORED));
    await bench.servers.admin('VACUUM ANALYZE', installation.database);
    const figures: Figure[] = [];
    let first = STORED;
    for (const perSecond of RATES) {
      const measure = async () => {
        const waits = await measureWaits(bench, installation, { first, perSecond });
        first += waits.accepted.length;
        return waits;
      };
      figures.push(...figuresOf(perSecond, await inTurns(bench, installation, measure)));
    }
    return figures;
  });
}

async function inTurns(
  bench: Bench,
  installation: Installation,
  measure: () => Promise<Waits>,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  await measure();
  const repetitions = Math.max(MIN_REPETITIONS, bench.options.repetitions);
  for (let turn = 0; turn < repetitions; turn += 1) {
    const alone = await measure();
    pairs.push({ alone, ...(await whileSimulating(bench, installation, measure)) });
  }
  return pairs;
}

/** Simulations follow one another until the arrivals are over. */
async function whileSimulating(
  bench: Bench,
  installation: Installation,
  measure: () => Promise<Waits>,
): Promise<Omit<Pair, 'alone'>> {
  const { context } = installation;
  const request = await requestForLess(bench, installation);
  const asked = new Set<number>();
  const measuring = new AbortController();
  const keeping = (async () => {
    while (!measuring.signal.aborted) {
      // The same one while it is under way: then this is how the next is noticed to be due.
      asked.add(await askSimulation(context, request));
      await sleep(LOOK_EVERY_MS);
    }
  })();
  await untilReplaying(installation);
  const begun = Date.now();
  const waits = await measure();
  const seconds = (Date.now() - begun) / 1000;
  measuring.abort();
  await keeping;
  const { rows } = await context.database
    .as('auditor')
    .query<{ id: number; organisation: number; done: number }>(
      `SELECT id, s.organisation_id AS organisation, sum(done)::bigint AS done FROM simulations s
       JOIN simulation_shards ON simulation_id = id WHERE id = ANY ($1::bigint[]) GROUP BY 1, 2`,
      [[...asked]],
    );
  for (const { id, organisation: organisationId } of rows) {
    await cancelSimulation(context, { id, organisationId, actor: 'bench' });
  }
  const done = rows.reduce((sum, row) => sum + row.done, 0);
  return { beside: waits, simulated: done / seconds };
}

async function untilReplaying({ context }: Installation): Promise<void> {
  for (;;) {
    const { rows } = await context.database.as('auditor').query(
      `SELECT FROM simulation_shards JOIN simulations s ON s.id = simulation_id
         WHERE status = 'running' AND done > 0 LIMIT 1`,
    );
    if (rows.length > 0) return;
    await sleep(20);
  }
}

function figuresOf(perSecond: number, pairs: readonly Pair[]): Figure[] {
  const figures = Object.entries(SHARES).flatMap(([name, share]) => {
    const of = (side: 'alone' | 'beside') =>
      pairs.map((pair) => quantile(pair[side].decided, share));
    const [alone, together] = [of('alone'), of('beside')];
    const ratios = together.map((value, index) => value / (alone[index] ?? value));
    return [
      figure(`${perSecond}/s: ${name} until decided, alone`, 'ms', { values: alone }),
      figure(`${perSecond}/s: ${name} until decided, beside a simulation`, 'ms', {
        values: together,
      }),
      figure(`${perSecond}/s: ${name}, beside / alone`, 'x', {
        ...{ values: ratios },
        ...(name === 'p50' ? { target: 'beside-p50' } : {}),
      }),
    ];
  });
  const simulated = pairs.map((pair) => pair.simulated);
  return [...figures, figure(`${perSecond}/s: simulated meanwhile`, '/s', { values: simulated })];
}
