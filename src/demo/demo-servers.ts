import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#db/migrate.ts';
import type { Config } from '#src/config.ts';
import { startEmbeddedServers } from '#src/embedded/embedded-servers.ts';
import type { QueueSettings } from '#src/queues/queue-connection.ts';

/** The servers of one demo: new and empty, unless the environment names others. */
export interface DemoServers {
  readonly databaseUrl: string;
  readonly queue: QueueSettings;
  /** For the processes that the demo starts. */
  readonly environment: Readonly<Record<string, string>>;
  describe(): string;
  stop(): Promise<void>;
}

export async function startDemoServers(config: Config): Promise<DemoServers> {
  const folder = mkdtempSync(join(tmpdir(), 'tasfiya-demo-'));
  // The servers run as another user when the demo runs as root, and must get in.
  chmodSync(folder, 0o711);
  const servers = await startEmbeddedServers({ ...config, folder });
  const stop = async () => {
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrate(servers.databaseUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  const { databaseUrl, queue } = servers;
  const environment = {
    DATABASE_URL: databaseUrl,
    QUEUE_BACKEND: queue.kind,
    ...(queue.kind === 'redis' ? { REDIS_URL: queue.url } : {}),
  };
  return { databaseUrl, queue, environment, describe: () => servers.describe(), stop };
}
