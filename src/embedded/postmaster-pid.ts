import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#src/errors.ts';
import { runsWith } from './running-process.ts';

/** What a PostgreSQL says of itself in `postmaster.pid` of its data folder. */
export interface PostmasterPid {
  readonly pid: number;
  readonly port: number;
  /** Line 8: `starting`, `ready`, `stopping` or `standby`. */
  readonly status: string;
}

/** Long enough for the guardian of a killed process to stop the server that it left behind. */
const handoverMs = 2_000;

export function readPostmasterPid(dataFolder: string): PostmasterPid | undefined {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

/**
 * Resolves when no server runs on the data folder, waiting for one that is just ending, and takes
 * away what a crash left. Refuses a folder in use.
 */
export async function claimDataFolder(dataFolder: string): Promise<void> {
  const patience = Date.now() + handoverMs;
  for (;;) {
    const found = readPostmasterPid(dataFolder);
    if (found === undefined) return;
    if (!runsWith(found.pid, dataFolder)) {
      // PostgreSQL would take any living process of that id for a server of its own.
      rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
      return;
    }
    if (found.status !== 'stopping' && Date.now() > patience) {
      throw new AppError(
        'server-unsuitable',
        `A PostgreSQL (process ${found.pid}, port ${found.port}) already runs on ${dataFolder}. ` +
          'Stop the program that started it, or use another folder.',
      );
    }
    await sleep(50);
  }
}
