import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#src/errors.ts';
import { completeBinaries } from './complete-binaries.ts';

/**
 * Copies the programs of PostgreSQL (60 MB) once per version and user into the temporary folder of
 * the machine, and gives the folder that holds `bin`, `lib` and `share`. The copy is made beside
 * and renamed, so that another process sees all of it or nothing.
 */
export function copyBinaries(packageFolder: string, version: string): string {
  const uid = process.getuid?.() ?? 0;
  const target = join(tmpdir(), `tasfiya-postgres-${version}-${uid}`);
  if (!existsSync(target)) makeCopy(packageFolder, target);
  const found = lstatSync(target);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o022) !== 0) {
    throw new AppError(
      'server-unsuitable',
      `${target} belongs to another user of this machine: remove it, then try again.`,
    );
  }
  return join(target, 'native');
}

function makeCopy(packageFolder: string, target: string): void {
  const staging = mkdtempSync(`${target}-`);
  try {
    cpSync(join(packageFolder, 'native'), join(staging, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    completeBinaries(staging);
    openToReaders(staging);
    renameSync(staging, target);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/** The account that runs them is not the one that copied them. */
function openToReaders(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    if (entry.isFile()) chmodSync(path, (lstatSync(path).mode & 0o755) | 0o444);
  }
}
