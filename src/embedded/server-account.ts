import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import { AppError } from '#src/errors.ts';

/** The ordinary user that a server runs as. Undefined everywhere below means "as ourselves". */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. In a container one often is, so its servers get the first of
 * these accounts that exists; creating one would change a machine that is not ours.
 */
const candidates = ['postgres', 'node', 'nobody'];

/** The account for servers when we are root, undefined when we are an ordinary user already. */
export function serverAccount(passwdFile = '/etc/passwd'): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const rows = readFileSync(passwdFile, 'utf8').split('\n');
  for (const name of candidates) {
    const fields = rows.find((row) => row.startsWith(`${name}:`))?.split(':');
    if (fields !== undefined) return { name, uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new AppError(
    'server-unsuitable',
    `PostgreSQL does not run as root, and none of the users ${candidates.join(', ')} exists. ` +
      'Run as an ordinary user, or set DATABASE_URL to a server that runs already.',
  );
}

/** The options of `spawn` that make a child run as the account. The working folder is always `/`:
 * the account may not be allowed into ours. */
export function runAs(account: ServerAccount | undefined) {
  return account === undefined ? { cwd: '/' } : { cwd: '/', uid: account.uid, gid: account.gid };
}

/** Makes the account the owner of a file or folder; nothing to do when we run as ourselves. */
export function giveTo(account: ServerAccount | undefined, path: string): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}

/** Whether the account can enter a folder: tried rather than computed from modes and ACLs. */
export function canEnter(account: ServerAccount | undefined, folder: string): boolean {
  if (account === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], runAs(account)).status === 0;
}
