import { Client } from 'pg';
import type { Bench } from '../bench.ts';
import { monotonic } from '../measure/monotonic.ts';
import { cpuSecondsOfTree } from '../measure/process-figures.ts';
import { repeat } from '../measure/repeat.ts';
import { measureThroughput } from '../measure/throughput.ts';
import { copyBatches, RAW_TABLES, type RawBatch } from './raw-batches.ts';

const DATABASE = 'limit_raw';
const SHEETS = 12_000;
const BATCH = 300;
const CONNECTIONS = 2;

/**
 * Sheets a second when their rows are all that there is: what the product wrote for them, as
 * arrays that are ready, into tables of the same columns, checks and indexes, in transactions
 * of 300 sheets by two connections. No validation, no rules, no foreign keys, no policies.
 */
export function rawInsertRate(bench: Bench): Promise<readonly number[]> {
  return bench.limit('raw', async () => {
    const batches = await bench.onProduct({}, async (installation) => {
      const pace = { kind: 'closed', until: { count: SHEETS } } as const;
      await measureThroughput(bench, installation, { first: 0, connections: 192, pace });
      return copyBatches(bench.servers.urlOf(installation.database), BATCH);
    });
    const rows = batches.reduce((sum, batch) => sum + batch.rows, 0);
    bench.note(`raw insert: ${(rows / SHEETS).toFixed(1)} rows a sheet`);
    // The same tables, made by the same migrations, then freed of all that is not their shape.
    await bench.servers.admin(`CREATE DATABASE ${DATABASE} TEMPLATE bench_seeded`);
    await bench.servers.admin(SHAPE, DATABASE);
    const url = bench.servers.urlOf(DATABASE);
    await insertAll(url, batches);
    const before = cpuSecondsOfTree(bench.servers.postgres.pid);
    const rates = await repeat(Math.max(3, bench.options.repetitions), async () => {
      await bench.servers.admin(`TRUNCATE ${RAW_TABLES.map((name) => `raw.${name}`)}`, DATABASE);
      return SHEETS / (await insertAll(url, batches));
    });
    const cpu = cpuSecondsOfTree(bench.servers.postgres.pid) - before;
    await bench.limit(CPU, async () => [(cpu / (SHEETS * rates.length)) * 1e6]);
    await bench.servers.admin(`DROP DATABASE ${DATABASE} WITH (FORCE)`);
    return rates;
  });
}

const CPU = 'raw-cpu';

/** Microseconds of Postgres's CPU a sheet, in the same runs. */
export async function rawInsertCpu(bench: Bench): Promise<readonly number[]> {
  await rawInsertRate(bench);
  return bench.limit(CPU, async () => []);
}

const SHAPE = [
  'CREATE SCHEMA raw',
  ...RAW_TABLES.map((name) => `CREATE TABLE raw.${name} (LIKE public.${name} INCLUDING ALL)`),
].join('; ');

/** Seconds that it takes. */
async function insertAll(url: string, batches: readonly RawBatch[]): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const startedAt = monotonic();
  let next = 0;
  await Promise.all(
    clients.map(async (client) => {
      for (let batch = batches[next]; batch !== undefined; batch = batches[next]) {
        next += 1;
        await insertBatch(client, batch);
      }
    }),
  );
  const seconds = (monotonic() - startedAt) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return seconds;
}

async function insertBatch(client: Client, batch: RawBatch): Promise<void> {
  await client.query('BEGIN');
  for (const { table, text, values } of batch.inserts) {
    await client.query({ name: table, text, values: [...values] });
  }
  await client.query('COMMIT');
}
