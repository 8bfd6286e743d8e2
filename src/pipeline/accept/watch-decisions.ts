import { findUndecided } from '#db/reads/undecided-sheets.ts';
import type { Context } from '#src/context.ts';

/** Tells when sheets are decided: one for a process, which asks for all that wait at once. */
export interface DecisionWatch {
  /** True as soon as a worker has looked at a sheet, false when that takes too long. */
  decided(sheetId: number, milliseconds: number): Promise<boolean>;
}

/** Milliseconds between two looks; after one that failed, the longer. */
const BETWEEN = 10;
const AFTER_FAILURE = 250;

/** Looks only while somebody waits. A notification of Postgres would make commits queue up. */
export function createDecisionWatch({ database, logger }: Context): DecisionWatch {
  const waiting = new Map<number, Set<() => void>>();
  let isLooking = false;

  async function look(): Promise<void> {
    isLooking = true;
    for (let pause = BETWEEN; waiting.size > 0; ) {
      await sleep(pause);
      pause = (await tell()) ? BETWEEN : AFTER_FAILURE;
    }
    isLooking = false;
  }

  /** False when the database does not answer: those that wait go on waiting for their time. */
  async function tell(): Promise<boolean> {
    const asked = [...waiting.keys()];
    try {
      const undecided = await findUndecided(database.as('worker'), asked);
      for (const id of asked) {
        if (!undecided.has(id)) for (const resolve of waiting.get(id) ?? []) resolve();
      }
      return true;
    } catch (error) {
      logger.warn({ err: error }, 'decisions that are waited for cannot be seen');
      return false;
    }
  }

  return {
    decided: (sheetId, milliseconds) =>
      new Promise((resolve) => {
        const same = waiting.get(sheetId) ?? new Set();
        waiting.set(sheetId, same);
        const end = (isDecided: boolean) => {
          clearTimeout(timer);
          same.delete(told);
          if (same.size === 0) waiting.delete(sheetId);
          resolve(isDecided);
        };
        const told = () => end(true);
        const timer = setTimeout(() => end(false), milliseconds);
        same.add(told);
        if (!isLooking) void look();
      }),
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
