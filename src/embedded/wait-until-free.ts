import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#src/errors.ts';

/** Long enough for the guardian of a killed process to stop the server that it left behind. */
const handoverMs = 2_000;

export interface RunningServer {
  /** Like `PostgreSQL (process 12, port 34)`. */
  readonly name: string;
  /** Known to be on its way out, so it is waited for without an end. */
  readonly stopping: boolean;
}

/** Resolves when no server runs on the folder; refuses one that stays. */
export async function waitUntilFree(
  folder: string,
  find: () => RunningServer | undefined,
): Promise<void> {
  const patience = Date.now() + handoverMs;
  for (let found = find(); found !== undefined; found = find()) {
    if (!found.stopping && Date.now() > patience) {
      throw new AppError(
        'server-unsuitable',
        `A ${found.name} already runs on ${folder}. ` +
          'Stop the program that started it, or use another folder.',
      );
    }
    await sleep(50);
  }
}
