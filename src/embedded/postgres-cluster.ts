import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#src/errors.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { giveTo, runAs, type ServerAccount } from './server-account.ts';

/** What `initdb` made: the folder of the data, and the password of its user `postgres`. */
export interface Cluster {
  readonly dataFolder: string;
  readonly password: string;
}

const majorVersion = '18';
/** Lies in the data folder, mode 0600, so that data and password can never part. */
const passwordFile = 'tasfiya-password';

/** The data folder below `folder`, undefined before the first start. */
export function findCluster(folder: string): Cluster | undefined {
  const dataFolder = join(folder, 'data');
  const password = join(dataFolder, passwordFile);
  if (!existsSync(password)) return undefined;
  return { dataFolder, password: readFileSync(password, 'utf8') };
}

/** How one of its databases is reached as its superuser. */
export function embeddedUrl(cluster: Cluster, port: number, database: string): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/**
 * The data folder below `folder`: the one that is there, else a new one, made beside and renamed so
 * that an interrupted first start leaves nothing half done.
 */
export function openCluster(
  folder: string,
  binaries: PostgresBinaries,
  account: ServerAccount | undefined,
): Cluster {
  if (!existsSync(join(folder, 'data'))) createCluster(folder, binaries, account);
  const dataFolder = join(folder, 'data');
  const version = readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8').trim();
  if (version !== majorVersion) {
    throw new AppError(
      'server-unsuitable',
      `${dataFolder} was written by PostgreSQL ${version}, this one is ${majorVersion}. ` +
        'Dump it with the old one, or remove the folder to start afresh.',
    );
  }
  return { dataFolder, password: readFileSync(join(dataFolder, passwordFile), 'utf8') };
}

function createCluster(
  folder: string,
  binaries: PostgresBinaries,
  account: ServerAccount | undefined,
): void {
  const staging = mkdtempSync(join(folder, 'new-'));
  try {
    giveTo(account, staging);
    const password = join(staging, passwordFile);
    writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    giveTo(account, password);
    const dataFolder = join(staging, 'data');
    initialise({ binaries, account, dataFolder, password });
    renameSync(password, join(dataFolder, passwordFile));
    renameSync(dataFolder, join(folder, 'data'));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * UTF-8 with the order of code points, the same on every machine whatever its locales; a password
 * even on the loopback, which all users of a machine share.
 */
function initialise(place: {
  binaries: PostgresBinaries;
  account: ServerAccount | undefined;
  dataFolder: string;
  password: string;
}): void {
  const options = [
    ...['--pgdata', place.dataFolder, '--username', 'postgres', '--pwfile', place.password],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C'],
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions'],
  ];
  const run = spawnSync(place.binaries.initdb, options, {
    ...runAs(place.account),
    encoding: 'utf8',
  });
  if (run.status === 0) return;
  const said = run.error?.message ?? run.stderr.trim();
  throw new AppError('server-unsuitable', `initdb could not create a database: ${said}`);
}
