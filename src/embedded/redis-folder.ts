import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runsWith } from './running-process.ts';
import { giveTo, type ServerAccount } from './server-account.ts';
import { serverFolder } from './server-folder.ts';
import { waitUntilFree } from './wait-until-free.ts';

/** Where a private Redis keeps its files, and the password that stays with them. */
export interface RedisFolder {
  readonly path: string;
  readonly password: string;
  readonly logFile: string;
  /** Writes the configuration for a start on that port and gives its path. */
  configure(port: number): string;
  /** Notes who runs on the folder now. */
  note(pid: number): void;
}

const configName = 'redis.conf';
const pidName = 'redis.pid';

/** The folder, created when missing, when no Redis runs on it: two would ruin its file. */
export async function claimRedisFolder(
  wanted: string,
  account: ServerAccount | undefined,
): Promise<RedisFolder> {
  const path = serverFolder(wanted, account);
  const configFile = join(path, configName);
  await waitUntilFree(path, () => {
    const pid = runningPid(path);
    return pid === undefined ? undefined : { name: `Redis (process ${pid})`, stopping: false };
  });
  const password = keptPassword(path);
  return {
    path,
    password,
    logFile: join(path, 'redis.log'),
    configure(port) {
      // A file, since every user of the machine can read a command line.
      writeFileSync(configFile, configuration({ path, password, port }), { mode: 0o600 });
      giveTo(account, configFile);
      return configFile;
    },
    note: (pid) => writeFileSync(join(path, pidName), String(pid), { mode: 0o600 }),
  };
}

/** The URL of the Redis that runs on the folder, if one does. */
export function findRedis(path: string): string | undefined {
  if (runningPid(path) === undefined) return undefined;
  const port = /^port (\d+)$/m.exec(readFileSync(join(path, configName), 'utf8'))?.[1];
  return redisUrl(keptPassword(path), Number(port));
}

export function redisUrl(password: string, port: number): string {
  return `redis://:${password}@127.0.0.1:${port}`;
}

function runningPid(path: string): number | undefined {
  const pidFile = join(path, pidName);
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
  return runsWith(pid, join(path, configName)) ? pid : undefined;
}

function keptPassword(path: string): string {
  const file = join(path, 'tasfiya-password');
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}

function configuration(server: { path: string; password: string; port: number }): string {
  const lines = [
    'bind 127.0.0.1',
    `port ${server.port}`,
    `requirepass ${server.password}`,
    `dir "${server.path}"`,
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
