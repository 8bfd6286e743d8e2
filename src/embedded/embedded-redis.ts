import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { AppError } from '#src/errors.ts';
import { freePort } from './free-port.ts';
import { logTail, type OwnedProcess, startOwnedProcess } from './owned-process.ts';
import { claimRedisFolder, redisUrl } from './redis-folder.ts';
import { redisProgram } from './redis-program.ts';
import { serverAccount } from './server-account.ts';

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

/** Another program may take a free port between our finding it and Redis's opening it. */
const portAttempts = 5;
/** A large append-only file takes its time to be read. */
const readyTimeoutMs = 60_000;

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
  const folder = await claimRedisFolder(options.folder, account);
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const server = await startOwnedProcess({
      command: program,
      args: [folder.configure(port)],
      account,
      logFile: folder.logFile,
      stopSignal: 'SIGTERM',
    });
    folder.note(server.pid);
    const url = redisUrl(folder.password, port);
    if (await isReady(server, url)) {
      const stop = () => server.stop();
      return { url, port, program, folder: folder.path, pid: server.pid, stop };
    }
    await server.stop();
    const said = logTail(folder.logFile);
    const taken = /already in use|could not create server/i.test(said);
    if (!taken || options.port !== undefined || attempt === portAttempts) {
      throw new AppError('server-unsuitable', `The private ${program} did not start:\n${said}`);
    }
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
