import { resolve } from 'node:path';
import type { DatabaseRole } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import type { Config } from '#src/config.ts';
import { type Context, openContext } from '#src/context.ts';
import { type EmbeddedServers, startEmbeddedServers } from '#src/embedded/embedded-servers.ts';
import type { Logger } from '#src/logger.ts';
import { checkDatabase } from '#src/pipeline/doctor/check-database.ts';
import { checkRedis } from '#src/queues/check-redis.ts';

/** Servers, checked, and the context on them; `close` closes both in the right order. */
export interface Installation {
  readonly context: Context;
  readonly servers: EmbeddedServers;
  close(): Promise<void>;
}

/**
 * Takes the servers that the environment names (checked, never changed), else those that another
 * process of ours runs on the data folder, else starts embedded ones and migrates them.
 */
export async function openServers(
  config: Config,
  { checked = true }: { checked?: boolean } = {},
): Promise<EmbeddedServers> {
  const folder = resolve(config.dataFolder);
  const servers = await startEmbeddedServers({ ...config, folder, join: true });
  try {
    if (config.databaseUrl === undefined) await migrate(servers.databaseUrl);
    if (checked && config.redisUrl !== undefined) await checkRedis(config.redisUrl);
    return servers;
  } catch (error) {
    await servers.stop();
    throw error;
  }
}

interface InstallationOptions {
  readonly logger: Logger;
  readonly applicationName: string;
  /** The database roles that the process works in; all of them when it is not told. */
  readonly roles?: readonly DatabaseRole[];
  /** False for the doctor, who looks for himself. */
  readonly checked?: boolean;
}

export async function openInstallation(
  config: Config,
  { logger, applicationName, roles, checked = true }: InstallationOptions,
): Promise<Installation> {
  const servers = await openServers(config, { checked });
  try {
    if (checked) await checkDatabase(servers.databaseUrl, roles);
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
