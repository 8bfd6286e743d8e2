import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { AppError } from '#src/errors.ts';
import { freePort } from './free-port.ts';
import { logTail, type OwnedProcess, startOwnedProcess } from './owned-process.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { type Cluster, embeddedUrl, openCluster } from './postgres-cluster.ts';
import { type PostgresSettings, postgresSettings } from './postgres-settings.ts';
import { claimDataFolder, readPostmasterPid } from './postmaster-pid.ts';
import { type ServerAccount, serverAccount } from './server-account.ts';
import { serverFolder } from './server-folder.ts';

export interface EmbeddedPostgresOptions {
  /** Kept between starts; created when missing. */
  readonly folder: string;
  /** Without it, one that is free. */
  readonly port?: number;
  /** False only for data that nobody will miss after a power cut: tests. */
  readonly fsync?: boolean;
  /** Like `6GB`: for large databases, where its own would be little. */
  readonly sharedBuffers?: string | undefined;
}

export interface EmbeddedPostgres {
  /** With user and password, of the database `tasfiya`. */
  readonly url: string;
  readonly port: number;
  /** Like `18.4`. */
  readonly version: string;
  /** Where its files are: the wanted folder, or one that its account may enter. */
  readonly folder: string;
  readonly pid: number;
  /** Disconnects all clients and ends in order. May be called again. */
  stop(): Promise<void>;
}

/** Another program may take a free port between our finding it and PostgreSQL's opening it. */
const portAttempts = 5;
/** Crash recovery of a large write-ahead log may take its time. */
const readyTimeoutMs = 120_000;

/**
 * A real PostgreSQL of our own, from what `npm ci` installed, on 127.0.0.1 only. It ends with this
 * process, also when that is killed. Errors: `server-unsuitable`, with what to change.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const account = serverAccount();
  const folder = serverFolder(options.folder, account);
  const binaries = postgresBinaries(account);
  const cluster = openCluster(folder, binaries, account);
  await claimDataFolder(cluster.dataFolder);
  const { fsync = true, sharedBuffers } = options;
  const settings = { fsync, sharedBuffers };
  const launch = { program: binaries.postgres, account, folder, cluster, settings };
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const server = await launchOn(port, launch);
    if (await isReady(server, cluster)) {
      return await connected({ server, port, folder, cluster });
    }
    await server.stop();
    const said = logTail(logFileIn(folder));
    const taken = said.includes('could not bind') && options.port === undefined;
    if (!taken || attempt === portAttempts) {
      throw new AppError('server-unsuitable', `The embedded PostgreSQL did not start:\n${said}`);
    }
  }
}

interface Launch {
  readonly program: string;
  readonly account: ServerAccount | undefined;
  readonly folder: string;
  readonly cluster: Cluster;
  readonly settings: Omit<PostgresSettings, 'port'>;
}

function launchOn(port: number, launch: Launch): Promise<OwnedProcess> {
  return startOwnedProcess({
    command: launch.program,
    args: ['-D', launch.cluster.dataFolder, ...postgresSettings({ ...launch.settings, port })],
    account: launch.account,
    logFile: logFileIn(launch.folder),
    stopSignal: 'SIGINT',
  });
}

function logFileIn(folder: string): string {
  return join(folder, 'postgres.log');
}

/** False when the server ended, or took too long. */
async function isReady(server: OwnedProcess, cluster: Cluster): Promise<boolean> {
  const deadline = Date.now() + readyTimeoutMs;
  while (!server.ended() && Date.now() < deadline) {
    const said = readPostmasterPid(cluster.dataFolder);
    if (said?.pid === server.pid && said.status === 'ready') return true;
    await sleep(5);
  }
  return false;
}

/** Proves that it answers, and creates the database of the product at the first start. */
async function connected(start: {
  server: OwnedProcess;
  port: number;
  folder: string;
  cluster: Cluster;
}): Promise<EmbeddedPostgres> {
  const { server, port, folder, cluster } = start;
  const url = embeddedUrl(cluster, port, 'tasfiya');
  const client = new Client({ connectionString: embeddedUrl(cluster, port, 'postgres') });
  try {
    await client.connect();
    const found = await client.query(
      `select current_setting('server_version') as version,
              exists (select from pg_database where datname = 'tasfiya') as exists`,
    );
    if (!found.rows[0].exists) await client.query('create database tasfiya');
    const version = String(found.rows[0].version);
    const stop = () => server.stop();
    return { url, port, version, folder, pid: server.pid, stop };
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
