import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrate } from '#db/migrate.ts';
import type { Config } from '#src/config.ts';
import { type Context, openContext } from '#src/context.ts';
import { startEmbeddedServers } from '#src/embedded/embedded-servers.ts';
import type { Logger } from '#src/logger.ts';
import { checkDatabase } from '#src/pipeline/doctor/check-database.ts';
import { checkRedis } from '#src/queues/check-redis.ts';
import type { QueueSettings } from '#src/queues/queue-connection.ts';

/** The servers that a command works on. */
export interface Servers {
  readonly databaseUrl: string;
  readonly queue: QueueSettings;
  /** One line each, for people. */
  describe(): string;
  /** Stops what was started here, and only that. */
  stop(): Promise<void>;
}

/** What a running process of ours says to the ones that come after it in the same folder. */
interface SharedServers {
  readonly pid: number;
  readonly databaseUrl: string;
  readonly queue: QueueSettings;
}

/**
 * Takes the servers that the environment names (checked, never changed), else those that another
 * process of ours runs in the data folder, else starts embedded ones.
 */
export async function openServers(config: Config): Promise<Servers> {
  const file = join(resolve(config.dataFolder), 'servers.json');
  if (config.databaseUrl === undefined) {
    const shared = readShared(file);
    if (shared !== undefined) return attach(shared);
  }
  const servers = await startEmbeddedServers({ ...config, folder: resolve(config.dataFolder) });
  if (config.redisUrl !== undefined && servers.queue.kind === 'redis') {
    await checkRedis(config.redisUrl);
  }
  if (config.databaseUrl !== undefined) return servers;
  await migrate(servers.databaseUrl);
  share(file, servers);
  return {
    ...servers,
    async stop() {
      rmSync(file, { force: true });
      await servers.stop();
    },
  };
}

/** Servers, checked, and the context on them; `close` closes both in the right order. */
export async function openInstallation(
  config: Config,
  { logger, applicationName }: { logger: Logger; applicationName: string },
): Promise<{ context: Context; servers: Servers; close(): Promise<void> }> {
  const servers = await openServers(config);
  try {
    await checkDatabase(servers.databaseUrl);
  } catch (error) {
    await servers.stop();
    throw error;
  }
  const context = openContext({
    config,
    databaseUrl: servers.databaseUrl,
    queueSettings: servers.queue,
    logger,
    applicationName,
  });
  return {
    context,
    servers,
    async close() {
      await context.close();
      await servers.stop();
    },
  };
}

function attach(shared: SharedServers): Servers {
  return {
    databaseUrl: shared.databaseUrl,
    queue: shared.queue,
    describe: () => `Servers: those of process ${shared.pid} in the same data folder`,
    stop: async () => undefined,
  };
}

function share(file: string, { databaseUrl, queue }: Servers): void {
  mkdirSync(join(file, '..'), { recursive: true });
  const shared: SharedServers = { pid: process.pid, databaseUrl, queue };
  writeFileSync(file, JSON.stringify(shared), { mode: 0o600 });
}

function readShared(file: string): SharedServers | undefined {
  try {
    const shared = JSON.parse(readFileSync(file, 'utf8')) as SharedServers;
    process.kill(shared.pid, 0);
    return shared;
  } catch {
    return undefined;
  }
}
