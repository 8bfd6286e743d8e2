import type { Bench } from '../bench.ts';
import type { LoadResult } from '../load/load-order.ts';
import { repeat } from '../measure/repeat.ts';
import { quantile } from '../measure/spread.ts';
import { warmUp } from '../measure/throughput.ts';
import { type Figure, figure, type Section } from '../section.ts';
import type { Installation } from '../world/installation.ts';
import { takeTokens } from '../world/tokens.ts';

/** What would be paid, asked at the counter: arrivals do not wait for the answers before them. */
export const estimate: Section = {
  name: 'estimate',
  title: 'estimates before care, open model, Poisson arrivals; from the moment that one is due',
  inQuick: false,
  run,
};

const RATES = [20, 200] as const;
/** Sheets that are decided before, so that families have a history to be read. */
const DECIDED = 20_000;
const CONNECTIONS = 64;
const SHARES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

function run(bench: Bench): Promise<readonly Figure[]> {
  return bench.onProduct({}, async (installation) => {
    const pace = { kind: 'closed', until: { count: DECIDED } } as const;
    await warmUp(bench, installation, { first: 0, connections: 48, pace });
    // The first estimates compile the rules and open the connections.
    await ask(bench, installation, { first: DECIDED, perSecond: 100, seconds: 3 });
    const figures: Figure[] = [];
    for (const perSecond of RATES) {
      const { seconds, repetitions } = bench.options;
      const runs = await repeat(repetitions, () =>
        ask(bench, installation, { first: DECIDED, perSecond, seconds }),
      );
      figures.push(...figuresOf(perSecond, runs));
    }
    return figures;
  });
}

/** Milliseconds from when each estimate was due until it was answered. */
async function ask(
  bench: Bench,
  { url }: Installation,
  { first, perSecond, seconds }: { first: number; perSecond: number; seconds: number },
): Promise<Float64Array> {
  const result = await bench.loader.run({
    url: new URL('/v1/estimates', url).href,
    tokens: await takeTokens(url, bench.clients.clinics),
    ...{ first, connections: CONNECTIONS },
    pace: { kind: 'open', perSecond, seconds },
  });
  return waitsOf(result);
}

function waitsOf({ statuses, dueAt, answeredAt }: LoadResult): Float64Array {
  const refused = Object.keys(statuses).filter((status) => status !== '200');
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(statuses)}`);
  return answeredAt.map((at, index) => at - (dueAt[index] ?? 0));
}

function figuresOf(perSecond: number, runs: readonly Float64Array[]): Figure[] {
  return Object.entries(SHARES).map(([name, share]) =>
    figure(`${perSecond}/s: ${name} until answered`, 'ms', {
      values: runs.map((waits) => quantile(waits, share)),
      ...(name === 'p95' ? { target: 'estimate-p95' as const } : {}),
    }),
  );
}
