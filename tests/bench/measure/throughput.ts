import type { Bench } from '../bench.ts';
import { accepted, type LoadOrder } from '../load/load-order.ts';
import { type Figure, figure } from '../section.ts';
import type { Installation } from '../world/installation.ts';
import { takeTokens } from '../world/tokens.ts';
import { monotonic } from './monotonic.ts';
import { cpuSeconds, cpuSecondsOfTree } from './process-figures.ts';

/** One run under load, from its first request until its last sheet is decided. */
export interface Throughput {
  readonly sheets: number;
  readonly acceptedPerSecond: number;
  readonly decidedPerSecond: number;
  /** Microseconds of CPU a sheet: steadier than rates on a machine with neighbours. */
  readonly cpu: Readonly<Record<(typeof PARTS)[number], number>>;
}

const PARTS = ['client', 'API', 'worker', 'Postgres', 'Redis'] as const;

type Orders = Omit<LoadOrder, 'url' | 'tokens'> & { readonly path?: string };

/** So many sheets as NDJSON, in uploads side by side. */
export function inBulk(first: number, count: number): Orders {
  return { path: BULK_PATH, first, connections: UPLOADS, pace: { kind: 'bulk', count } };
}

export const BULK_PATH = '/v1/care-sheets/bulk';
const UPLOADS = 4;

/** Throws when a sheet was refused: then the rate would be that of refusals. */
export async function measureThroughput(
  bench: Bench,
  installation: Installation,
  { path = '/v1/care-sheets', ...orders }: Orders,
): Promise<Throughput> {
  const tokens = await takeTokens(installation.url, bench.clients.clinics);
  const before = cpuOfParts(bench, installation);
  const order = { ...orders, url: new URL(path, installation.url).href, tokens };
  const result = await bench.loader.run(order);
  await installation.untilQuiet();
  const decidedAt = monotonic();
  const after = cpuOfParts(bench, installation);
  const sheets = accepted(result);
  const refused = Object.entries(result.statuses).filter(([status]) => status !== '202');
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(result.statuses)}`);
  const rate = (until: number) => (sheets / (until - result.startedAt)) * 1000;
  return {
    sheets,
    acceptedPerSecond: rate(result.endedAt),
    decidedPerSecond: rate(decidedAt),
    cpu: Object.fromEntries(
      PARTS.map((part) => [part, ((after[part] - before[part]) / sheets) * 1e6]),
    ) as Throughput['cpu'],
  };
}

/**
 * Sheets that are not counted, and then the ANALYZE that autovacuum gives every installation in
 * its first minute: cached plans that were made for empty tables end with it. The growth section
 * does without, so that it shows what they cost.
 */
export async function warmUp(
  bench: Bench,
  installation: Installation,
  orders: Orders,
): Promise<void> {
  await measureThroughput(bench, installation, orders);
  await bench.servers.admin('ANALYZE', installation.database);
}

function cpuOfParts({ loader, servers }: Bench, { api, workers }: Installation) {
  return {
    client: cpuSeconds(loader.pid),
    API: cpuSeconds(api.pid),
    worker: workers.reduce((sum, { pid }) => sum + cpuSeconds(pid), 0),
    Postgres: cpuSecondsOfTree(servers.postgres.pid),
    Redis: cpuSeconds(servers.redis.pid),
  };
}

/** One figure for each part, of several runs of the same kind. */
export function cpuFigures(label: string, runs: readonly Throughput[]): Figure[] {
  const sum = ({ cpu }: Throughput) => PARTS.reduce((total, part) => total + cpu[part], 0);
  return [
    ...PARTS.map((part) =>
      figure(`${label}: CPU of ${part}`, 'us/sheet', {
        values: runs.map(({ cpu }) => cpu[part]),
      }),
    ),
    figure(`${label}: CPU in all`, 'us/sheet', { values: runs.map(sum) }),
  ];
}
