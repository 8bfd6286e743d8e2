import type { Bench } from '../bench.ts';
import type { LoadResult } from '../load/load-order.ts';
import { repeat } from '../measure/repeat.ts';
import { quantile } from '../measure/spread.ts';
import { warmUp } from '../measure/throughput.ts';
import { watchDecisions } from '../measure/watch-decisions.ts';
import { type Figure, figure, type Section } from '../section.ts';
import type { Installation } from '../world/installation.ts';
import { takeTokens } from '../world/tokens.ts';

/** Waits as a clinic has them: arrivals do not wait for answers, and each counts from its due. */
export const latency: Section = {
  name: 'latency',
  title: 'open model, Poisson arrivals; from the moment that a POST is due',
  inQuick: true,
  run,
};

const RATES = [20, 200, 1_000] as const;
/** The rates that have a target. */
const HELD: readonly number[] = [200, 1_000];
const WARM_UP = 5_000;
const CONNECTIONS = 128;
const SHARES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

function run(bench: Bench): Promise<readonly Figure[]> {
  return bench.onProduct({}, async (installation) => {
    const warm = { kind: 'closed', until: { count: WARM_UP } } as const;
    await warmUp(bench, installation, { first: 0, connections: 48, pace: warm });
    let first = WARM_UP;
    const figures: Figure[] = [];
    for (const perSecond of RATES) {
      const runs = await repeat(bench.options.repetitions, async () => {
        const waits = await measureWaits(bench, installation, { first, perSecond });
        first += waits.accepted.length;
        return waits;
      });
      figures.push(...figuresOf(perSecond, runs));
    }
    return figures;
  });
}

/** Milliseconds, one a sheet. */
export interface Waits {
  readonly accepted: Float64Array;
  readonly decided: Float64Array;
}

export async function measureWaits(
  bench: Bench,
  installation: Installation,
  { first, perSecond }: { first: number; perSecond: number },
): Promise<Waits> {
  const tokens = await takeTokens(installation.url, bench.clients.clinics);
  const watch = await watchDecisions(installation.context);
  const result = await bench.loader.run({
    url: new URL('/v1/care-sheets', installation.url).href,
    ...{ tokens, first, connections: CONNECTIONS },
    pace: { kind: 'open', perSecond, seconds: bench.options.seconds },
  });
  await installation.untilQuiet();
  await watch.stop();
  return waitsOf(result, watch.seenAt);
}

function waitsOf(
  { statuses, ids, dueAt, answeredAt }: LoadResult,
  seenAt: ReadonlyMap<number, number>,
): Waits {
  const refused = Object.keys(statuses).filter((status) => status !== '202');
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(statuses)}`);
  return {
    accepted: answeredAt.map((at, index) => at - (dueAt[index] ?? 0)),
    decided: ids.map((id, index) => {
      const at = seenAt.get(id);
      if (at === undefined) throw new Error(`nobody saw the decision of sheet ${id}`);
      return at - (dueAt[index] ?? 0);
    }),
  };
}

function figuresOf(perSecond: number, runs: readonly Waits[]): Figure[] {
  return (['accepted', 'decided'] as const).flatMap((what) =>
    Object.entries(SHARES).map(([name, share]) => {
      const isHeld = name === 'p99' && HELD.includes(perSecond);
      const target = what === 'accepted' ? 'accept-p99' : 'decide-p99';
      return figure(`${perSecond}/s: ${name} until ${what === 'accepted' ? '202' : what}`, 'ms', {
        values: runs.map((waits) => quantile(waits[what], share)),
        ...(isHeld ? { target } : {}),
      });
    }),
  );
}
