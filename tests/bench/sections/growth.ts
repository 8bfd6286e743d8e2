import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { RAW_TABLES } from '../limits/raw-batches.ts';
import { queryBuffers } from '../measure/query-buffers.ts';
import { inBulk, measureThroughput, type Throughput } from '../measure/throughput.ts';
import { type Figure, figure, type Section } from '../section.ts';
import type { Installation } from '../world/installation.ts';

/** One database grown once; at each size, what the last sheets and the queries cost. */
export const growth: Section = {
  name: 'growth',
  title: 'grown once, sampled on the way: is the millionth sheet as cheap as the first?',
  inQuick: false,
  run,
};

const SMALLEST = 10_000;
const SAMPLE = 5_000;
const CONNECTIONS = 192;

/** All that is told of one size. */
interface Sample {
  readonly sheets: number;
  /** By name, with its unit: compared between the sizes. */
  readonly costs: Readonly<Record<string, readonly [number, string]>>;
}

function run(bench: Bench): Promise<readonly Figure[]> {
  return bench.onProduct({}, async (installation) => {
    const samples: Sample[] = [];
    let first = 0;
    for (const sheets of sizes(bench.options.grow)) {
      // The quickest way; what is measured comes one by one.
      await measureThroughput(bench, installation, inBulk(first, sheets - SAMPLE - first));
      samples.push(await takeSample(bench, installation, sheets));
      bench.note(`growth: sampled at ${sheets.toLocaleString('en')} care sheets`);
      first = sheets;
    }
    return samples.flatMap(figuresOf).concat(comparison(samples));
  });
}

/** Ten times as many from one to the next, and the size that was asked for at the end. */
function sizes(largest: number): number[] {
  const list: number[] = [];
  for (let size = SMALLEST; size < largest; size *= 10) list.push(size);
  return [...list, Math.max(largest, SMALLEST)];
}

function send(
  bench: Bench,
  installation: Installation,
  { first, count }: { first: number; count: number },
): Promise<Throughput> {
  const pace = { kind: 'closed', until: { count } } as const;
  return measureThroughput(bench, installation, { first, connections: CONNECTIONS, pace });
}

async function takeSample(
  bench: Bench,
  installation: Installation,
  sheets: number,
): Promise<Sample> {
  // Each size begins after a checkpoint, so that its first writes of pages are counted alike.
  await bench.servers.admin('CHECKPOINT');
  const before = await figuresOfDatabase(bench, installation);
  const run = await send(bench, installation, { first: sheets - SAMPLE, count: SAMPLE });
  // Sessions tell the server of their scans once a second at most.
  await sleep(1_500);
  const after = await figuresOfDatabase(bench, installation);
  const { cpu } = run;
  const scans = scannedRows(before.scanned, after.scanned);
  bench.note(`growth: rows read by full scans at ${sheets}: ${JSON.stringify(scans)}`);
  const buffers = await queryBuffers(installation.context, { sheets });
  const queries = Object.entries(buffers).map(
    ([name, count]) => [`query: ${name}`, [count, 'buffers']] as const,
  );
  return {
    sheets,
    costs: {
      'CPU of Postgres': [cpu.Postgres, 'us/sheet'],
      'CPU of API and worker': [cpu.API + cpu.worker, 'us/sheet'],
      'CPU of the product': [cpu.Postgres + cpu.API + cpu.worker + cpu.Redis, 'us/sheet'],
      'write-ahead log': [(after.wal - before.wal) / SAMPLE, 'bytes/sheet'],
      'rows read by full scans': [
        Object.values(scans).reduce((sum, rows) => sum + rows, 0) / SAMPLE,
        'rows/sheet',
      ],
      disk: [after.disk / sheets, 'bytes/sheet'],
      ...Object.fromEntries(queries),
    },
  };
}

/** By table: what grows with the table is a query without its index. */
function scannedRows(before: Map<string, number>, after: Map<string, number>) {
  const grown = [...after].map(([name, rows]) => [name, rows - (before.get(name) ?? 0)] as const);
  return Object.fromEntries(grown.filter(([, rows]) => rows > 0));
}

const TABLES = [...RAW_TABLES, 'accumulators', 'outbox_chunks', 'audit_entries'];

/** Of disk, what the care sheets take, without the people that were seeded. */
async function figuresOfDatabase({ servers }: Bench, { database }: Installation) {
  const [row] = await servers.admin<{ wal: string; disk: string }>(
    `SELECT pg_current_wal_lsn() - '0/0'::pg_lsn AS wal,
       (SELECT sum(pg_total_relation_size(name::regclass))
        FROM unnest('{${TABLES.join(',')}}'::text[]) AS name) AS disk`,
    database,
  );
  const scanned = await servers.admin<{ name: string; rows: string }>(
    'SELECT relname AS name, seq_tup_read AS rows FROM pg_stat_user_tables',
    database,
  );
  return {
    wal: Number(row?.wal),
    disk: Number(row?.disk),
    scanned: new Map(scanned.map(({ name, rows }) => [name, Number(rows)])),
  };
}

function figuresOf({ sheets, costs }: Sample): Figure[] {
  const size = sheets.toLocaleString('en');
  return Object.entries(costs).map(([name, [value, unit]]) =>
    figure(`${size}: ${name}`, unit, { values: [value] }),
  );
}

/** The largest size against the smallest. */
function comparison(samples: readonly Sample[]): Figure[] {
  const [smallest, largest] = [samples[0], samples.at(-1)];
  if (smallest === undefined || largest === undefined || smallest === largest) return [];
  const [grown, small] = [largest, smallest].map(({ sheets }) => sheets.toLocaleString('en'));
  const label = `${grown} / ${small}`;
  return Object.entries(largest.costs).map(([name, [value]]) => {
    const [base] = smallest.costs[name] ?? [value];
    return figure(`${label}: ${name}`, 'x', { values: [value / base], target: 'growth' });
  });
}
