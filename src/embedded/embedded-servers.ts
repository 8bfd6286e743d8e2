import { join } from 'node:path';
import { AppError } from '#src/errors.ts';
import type { QueueSettings } from '#src/queues/queue-connection.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { type EmbeddedRedis, startEmbeddedRedis } from './embedded-redis.ts';

export interface EmbeddedServersOptions {
  /** What is started keeps its files below it. */
  readonly folder: string;
  readonly databaseUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
  /** Forces the queue's back end; without it, Redis where there is one, else Postgres. */
  readonly queueBackend?: 'redis' | 'postgres' | undefined;
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

/** Takes the servers that were named, and starts those that were not. */
export async function startEmbeddedServers(
  options: EmbeddedServersOptions,
): Promise<EmbeddedServers> {
  const redis = await redisFor(options);
  const postgres = await postgresFor(options, redis);
  const databaseUrl = options.databaseUrl ?? postgres?.url ?? '';
  const redisUrl = redis?.url ?? options.redisUrl;
  const queue: QueueSettings =
    redisUrl !== undefined && options.queueBackend !== 'postgres'
      ? { kind: 'redis', url: redisUrl }
      : { kind: 'postgres', url: databaseUrl };
  return {
    databaseUrl,
    queue,
    describe: () => `${describeDatabase(options, postgres)}\n${describeQueue(queue, redis)}`,
    async stop() {
      await redis?.stop();
      await postgres?.stop();
    },
  };
}

async function redisFor(options: EmbeddedServersOptions): Promise<EmbeddedRedis | undefined> {
  if (options.redisUrl !== undefined || options.queueBackend === 'postgres') return undefined;
  const { searchPath } = options;
  const redis = await startEmbeddedRedis({
    folder: join(options.folder, 'redis'),
    ...(searchPath === undefined ? {} : { searchPath }),
  });
  if (redis === undefined && options.queueBackend === 'redis') {
    throw new AppError(
      'configuration-invalid',
      'QUEUE_BACKEND is redis, but REDIS_URL is not set and neither redis-server nor ' +
        'valkey-server (6.2 or later) is on the PATH. Install one, set REDIS_URL, or unset ' +
        'QUEUE_BACKEND to queue in Postgres.',
    );
  }
  return redis;
}

async function postgresFor(
  options: EmbeddedServersOptions,
  redis: EmbeddedRedis | undefined,
): Promise<EmbeddedPostgres | undefined> {
  if (options.databaseUrl !== undefined) return undefined;
  try {
    return await startEmbeddedPostgres({ folder: join(options.folder, 'postgres') });
  } catch (error) {
    await redis?.stop();
    throw error;
  }
}

function describeDatabase(options: EmbeddedServersOptions, postgres?: EmbeddedPostgres): string {
  return postgres === undefined
    ? `Database: DATABASE_URL (${hostOf(options.databaseUrl ?? '')})`
    : `Database: own PostgreSQL ${postgres.version} on port ${postgres.port}, ${postgres.folder}`;
}

function describeQueue(queue: QueueSettings, redis?: EmbeddedRedis): string {
  if (queue.kind === 'postgres') return 'Queue: BullMQ in that Postgres, without Redis';
  return redis === undefined
    ? `Queue: BullMQ on REDIS_URL (${hostOf(queue.url)})`
    : `Queue: BullMQ on an own ${redis.program} on port ${redis.port}, ${redis.folder}`;
}

function hostOf(url: string): string {
  return new URL(url).host;
}
