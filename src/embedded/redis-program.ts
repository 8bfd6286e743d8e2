import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runAs, type ServerAccount } from './server-account.ts';

/**
 * The first `redis-server` or `valkey-server` of the PATH that the account can run and that is not
 * older than 6.2, which BullMQ asks for; undefined when there is none.
 */
export function redisProgram(
  account: ServerAccount | undefined,
  searchPath = process.env.PATH ?? '',
): string | undefined {
  for (const name of ['redis-server', 'valkey-server']) {
    for (const folder of searchPath.split(delimiter)) {
      const program = join(folder, name);
      if (folder !== '' && existsSync(program) && isSuitable(program, account)) return program;
    }
  }
  return undefined;
}

function isSuitable(program: string, account: ServerAccount | undefined): boolean {
  const run = spawnSync(program, ['--version'], { ...runAs(account), encoding: 'utf8' });
  const version = /v=(\d+)\.(\d+)/.exec(run.stdout ?? '');
  if (version === null) return false;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major > 6 || (major === 6 && minor >= 2);
}
