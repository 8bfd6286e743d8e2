import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#src/embedded/embedded-postgres.ts';
import { type EmbeddedRedis, startEmbeddedRedis } from '#src/embedded/embedded-redis.ts';

/** A Postgres and a Redis of the bench's own, as durable as those of an installation. */
export interface BenchServers {
  readonly postgres: EmbeddedPostgres;
  readonly redis: EmbeddedRedis;
  readonly folder: string;
  /** Runs statements on a database of the server, as its owner. */
  admin<Row extends object>(text: string, database?: string): Promise<Row[]>;
  urlOf(database: string): string;
  /** Kill without mercy, and start again on the same data and port. */
  crashPostgres(): Promise<void>;
  crashRedis(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBenchServers(sharedBuffers?: string): Promise<BenchServers> {
  const folder = mkdtempSync(join(tmpdir(), 'tasfiya-bench-'));
  // The servers run as another user when the bench runs as root, and must get in.
  chmodSync(folder, 0o711);
  const folders = { postgres: join(folder, 'postgres'), redis: join(folder, 'redis') };
  const settings = { folder: folders.postgres, sharedBuffers };
  let postgres = await startEmbeddedPostgres(settings);
  let redis = await startRedis({ folder: folders.redis });
  const urlOf = (database: string) => {
    const url = new URL(postgres.url);
    url.pathname = `/${database}`;
    return url.href;
  };
  return {
    get postgres() {
      return postgres;
    },
    get redis() {
      return redis;
    },
    folder,
    urlOf,
    admin: (text, database = 'postgres') => runOn(urlOf(database), text),
    async crashPostgres() {
      const { port, pid } = postgres;
      // SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint, recovery at the next start.
      await end(pid, 'SIGQUIT');
      postgres = await startEmbeddedPostgres({ ...settings, port });
    },
    async crashRedis() {
      const { port, pid } = redis;
      await end(pid, 'SIGKILL');
      redis = await startRedis({ folder: folders.redis, port });
    },
    async stop() {
      await redis.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startRedis(options: { folder: string; port?: number }): Promise<EmbeddedRedis> {
  const redis = await startEmbeddedRedis(options);
  if (redis === undefined) throw new Error('the bench needs redis-server or valkey-server');
  return redis;
}

async function runOn<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, application_name: 'bench' });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Signals by process id and waits until the process is gone. */
async function end(pid: number, signal: NodeJS.Signals): Promise<void> {
  process.kill(pid, signal);
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
