import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { AppError } from '#src/errors.ts';
import { freePort } from './free-port.ts';
import { logTail, type OwnedProcess, startOwnedProcess } from './owned-process.ts';
import { redisProgram } from './redis-program.ts';
import { runsWith } from './running-process.ts';
import { giveTo, type ServerAccount, serverAccount } from './server-account.ts';
import { serverFolder } from './server-folder.ts';

export interface EmbeddedRedisOptions {
  /** Kept between starts; created when missing. */
  readonly folder: string;
  /** Without it, one that is free. */
  readonly port?: number;
  /** Where the program is looked for; the PATH of this process. */
  readonly searchPath?: string;
}

export interface EmbeddedRedis {
  /** With its password. */
  readonly url: string;
  readonly port: number;
  /** Which program it is. */
  readonly program: string;
  readonly folder: string;
  readonly pid: number;
  /** Writes what is pending and ends in order. May be called again. */
  stop(): Promise<void>;
}

const portAttempts = 5;
/** A large append-only file takes its time to be read. */
const readyTimeoutMs = 60_000;
/** Long enough for the guardian of a killed process to stop the server that it left behind. */
const handoverMs = 2_000;

/**
 * A private Redis or Valkey on 127.0.0.1, from the PATH; undefined when there is none. It ends with
 * this process, also when that is killed. Errors: `server-unsuitable`, with what to change.
 */
export async function startEmbeddedRedis(
  options: EmbeddedRedisOptions,
): Promise<EmbeddedRedis | undefined> {
  const account = serverAccount();
  const program = redisProgram(account, options.searchPath);
  if (program === undefined) return undefined;
  const folder = serverFolder(options.folder, account);
  await claimFolder(folder);
  const password = randomBytes(24).toString('base64url');
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const url = `redis://:${password}@127.0.0.1:${port}`;
    const server = await launch({ program, account, folder, port, password });
    if (await isReady(server, url)) {
      return { url, port, program, folder, pid: server.pid, stop: () => server.stop() };
    }
    await server.stop();
    const said = logTail(logFileIn(folder));
    const taken = /already in use|could not create server/i.test(said);
    if (!taken || options.port !== undefined || attempt === portAttempts) {
      throw new AppError('server-unsuitable', `The private ${program} did not start:\n${said}`);
    }
  }
}

interface Launch {
  readonly program: string;
  readonly account: ServerAccount | undefined;
  readonly folder: string;
  readonly port: number;
  readonly password: string;
}

/** By a file, since every user of the machine can read a command line. */
async function launch(start: Launch): Promise<OwnedProcess> {
  const configFile = configFileIn(start.folder);
  writeFileSync(configFile, configuration(start), { mode: 0o600 });
  giveTo(start.account, configFile);
  const server = await startOwnedProcess({
    command: start.program,
    args: [configFile],
    account: start.account,
    logFile: logFileIn(start.folder),
    stopSignal: 'SIGTERM',
  });
  writeFileSync(pidFileIn(start.folder), String(server.pid), { mode: 0o600 });
  return server;
}

function configuration({ folder, port, password }: Launch): string {
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${folder}"`,
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    'daemonize no',
    // Shows whose server it is, which `runsWith` looks for.
    'proc-title-template "{title} {config-file}"',
  ];
  return `${lines.join('\n')}\n`;
}

/** Redis does not guard its folder, and two of them on one would ruin its file. */
async function claimFolder(folder: string): Promise<void> {
  const patience = Date.now() + handoverMs;
  for (;;) {
    const pid = readPid(folder);
    if (pid === undefined || !runsWith(pid, configFileIn(folder))) return;
    if (Date.now() > patience) {
      throw new AppError(
        'server-unsuitable',
        `A Redis (process ${pid}) already runs on ${folder}. ` +
          'Stop the program that started it, or use another folder.',
      );
    }
    await sleep(50);
  }
}

function readPid(folder: string): number | undefined {
  try {
    return Number(readFileSync(pidFileIn(folder), 'utf8'));
  } catch {
    return undefined;
  }
}

/** False when the server ended, or took too long. */
async function isReady(server: OwnedProcess, url: string): Promise<boolean> {
  const deadline = Date.now() + readyTimeoutMs;
  while (!server.ended() && Date.now() < deadline) {
    if (await answers(url)) return true;
    await sleep(10);
  }
  return false;
}

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: 1_000,
    commandTimeout: 1_000,
    enableReadyCheck: false,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

function configFileIn(folder: string): string {
  return join(folder, 'redis.conf');
}

function pidFileIn(folder: string): string {
  return join(folder, 'redis.pid');
}

function logFileIn(folder: string): string {
  return join(folder, 'redis.log');
}
