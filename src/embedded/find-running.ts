import { existsSync } from 'node:fs';
import { embeddedUrl, findCluster } from './postgres-cluster.ts';
import { readPostmasterPid } from './postmaster-pid.ts';
import { findRedis } from './redis-folder.ts';
import { runsWith } from './running-process.ts';
import { serverAccount } from './server-account.ts';
import { serverFolder } from './server-folder.ts';

/** The URL of the PostgreSQL that another process of ours runs on the folder, if one does. */
export function findRunningPostgres(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const cluster = findCluster(serverFolder(folder, serverAccount()));
  if (cluster === undefined) return undefined;
  const running = readPostmasterPid(cluster.dataFolder);
  const serves = running?.status === 'ready' && runsWith(running.pid, cluster.dataFolder);
  return serves ? embeddedUrl(cluster, running.port, 'tasfiya') : undefined;
}

/** The URL of the Redis that another process of ours runs on the folder, if one does. */
export function findRunningRedis(folder: string): string | undefined {
  return existsSync(folder) ? findRedis(serverFolder(folder, serverAccount())) : undefined;
}
