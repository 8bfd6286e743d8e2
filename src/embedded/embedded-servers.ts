import { join } from 'node:path';
import { AppError } from '#src/errors.ts';
import type { QueueSettings } from '#src/queues/queue-connection.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { startEmbeddedRedis } from './embedded-redis.ts';
import { findRunningPostgres, findRunningRedis } from './find-running.ts';

export interface EmbeddedServersOptions {
  /** What is started keeps its files below it. */
  readonly folder: string;
  readonly databaseUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
  /** Forces the queue's back end; without it, Redis where there is one, else Postgres. */
  readonly queueBackend?: 'redis' | 'postgres' | undefined;
  /**
   * Whether servers that another process of ours runs on the folder are used too: for a worker or
   * a command beside `serve`. They end with their owner. Without it a folder in use is refused.
   */
  readonly join?: boolean | undefined;
  /** Where a Redis is looked for; the PATH of this process. */
  readonly searchPath?: string | undefined;
}

export interface EmbeddedServers {
  readonly databaseUrl: string;
  readonly queue: QueueSettings;
  /** Which database and which queue were taken, one line each, without a password. */
  describe(): string;
  /** Stops what was started. The product closes its workers, queues and clients before. */
  stop(): Promise<void>;
}

/** A server in use, whoever runs it. */
interface Taken {
  readonly url: string;
  readonly description: string;
  stop(): Promise<void>;
}

/** Takes the servers that were named, and starts those that were not. */
export async function startEmbeddedServers(
  options: EmbeddedServersOptions,
): Promise<EmbeddedServers> {
  const redis = options.queueBackend === 'postgres' ? undefined : await takeRedis(options);
  const database = await takePostgres(options).catch(async (error: unknown) => {
    await redis?.stop();
    throw error;
  });
  const inPostgres = 'BullMQ in that Postgres, without Redis';
  return {
    databaseUrl: database.url,
    queue:
      redis === undefined
        ? { kind: 'postgres', url: database.url }
        : { kind: 'redis', url: redis.url },
    describe: () => `Database: ${database.description}\nQueue: ${redis?.description ?? inPostgres}`,
    async stop() {
      await redis?.stop();
      await database.stop();
    },
  };
}

async function takePostgres(options: EmbeddedServersOptions): Promise<Taken> {
  const folder = join(options.folder, 'postgres');
  if (options.databaseUrl !== undefined) return someoneElses(options.databaseUrl, 'DATABASE_URL');
  const running = options.join ? findRunningPostgres(folder) : undefined;
  if (running !== undefined) return someoneElses(running, 'the PostgreSQL of a running process');
  const own = await startEmbeddedPostgres({ folder });
  const description = `own PostgreSQL ${own.version} on port ${own.port}, ${own.folder}`;
  return { url: own.url, description, stop: own.stop };
}

async function takeRedis(options: EmbeddedServersOptions): Promise<Taken | undefined> {
  const folder = join(options.folder, 'redis');
  if (options.redisUrl !== undefined) return someoneElses(options.redisUrl, 'BullMQ on REDIS_URL');
  const running = options.join ? findRunningRedis(folder) : undefined;
  if (running !== undefined)
    return someoneElses(running, 'BullMQ on the Redis of a running process');
  // Whoever runs the Postgres of the folder without a Redis queues in it, and so does a guest.
  const guest = options.join && findRunningPostgres(join(options.folder, 'postgres')) !== undefined;
  if (guest && options.queueBackend === undefined) return undefined;
  const { searchPath, queueBackend } = options;
  const own = await startEmbeddedRedis({
    folder,
    ...(searchPath === undefined ? {} : { searchPath }),
  });
  if (own !== undefined) {
    const description = `BullMQ on an own ${own.program} on port ${own.port}, ${own.folder}`;
    return { url: own.url, description, stop: own.stop };
  }
  if (queueBackend !== 'redis') return undefined;
  throw new AppError(
    'configuration-invalid',
    'QUEUE_BACKEND is redis, but REDIS_URL is not set and neither redis-server nor valkey-server ' +
      '(6.2 or later) is on the PATH. Install one, set REDIS_URL, or unset QUEUE_BACKEND to ' +
      'queue in Postgres.',
  );
}

function someoneElses(url: string, name: string): Taken {
  return { url, description: `${name} (${new URL(url).host})`, stop: async () => undefined };
}
