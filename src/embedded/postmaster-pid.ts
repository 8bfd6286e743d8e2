import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runsWith } from './running-process.ts';
import { waitUntilFree } from './wait-until-free.ts';

/** What a PostgreSQL says of itself in `postmaster.pid` of its data folder. */
export interface PostmasterPid {
  readonly pid: number;
  readonly port: number;
  /** Line 8: `starting`, `ready`, `stopping` or `standby`. */
  readonly status: string;
}

export function readPostmasterPid(dataFolder: string): PostmasterPid | undefined {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

/** Resolves when no PostgreSQL runs on the data folder, and takes away what a crash left. */
export async function claimDataFolder(dataFolder: string): Promise<void> {
  await waitUntilFree(dataFolder, () => {
    const found = readPostmasterPid(dataFolder);
    if (found === undefined || !runsWith(found.pid, dataFolder)) return undefined;
    const name = `PostgreSQL (process ${found.pid}, port ${found.port})`;
    return { name, stopping: found.status === 'stopping' };
  });
  // PostgreSQL would take any living process of the id in it for a server of its own.
  rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
}
