import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AppError } from '#src/errors.ts';
import { canEnter, giveTo, type ServerAccount } from './server-account.ts';

/**
 * The folder in which a server keeps its files, created when missing, mode 0700, owned by the
 * account. Below a folder that the account may not enter (a project in the home of root) it is a
 * folder of /var/tmp, named after the wanted one and so the same at each start.
 */
export function serverFolder(wanted: string, account: ServerAccount | undefined): string {
  mkdirSync(dirname(resolve(wanted)), { recursive: true });
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  const folder = realpathSync(wanted);
  giveTo(account, folder);
  if (canEnter(account, folder)) return folder;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return privateFolder(`/var/tmp/tasfiya-${name}`, account);
}

/** A folder in a place where everybody writes: refused when somebody else was there first. */
function privateFolder(folder: string, account: ServerAccount | undefined): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const allowed = [process.getuid?.(), account?.uid];
  if (!found.isDirectory() || !allowed.includes(found.uid) || (found.mode & 0o022) !== 0) {
    throw new AppError(
      'server-unsuitable',
      `${folder} belongs to another user of this machine: remove it, then try again.`,
    );
  }
  giveTo(account, folder);
  return folder;
}
