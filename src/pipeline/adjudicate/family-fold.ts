import { type FamilyHistory, NO_HISTORY } from '#db/repositories/history-repository.ts';
import type { Decision } from '#domain/decision/decision.ts';

/** The histories of the families of a chunk, growing as its sheets are decided one by one. */
export interface FamilyFold {
  of(insuredId: number | undefined): FamilyHistory;
  /** Adds a final decision; gives the position of its row, or undefined when it leaves none. */
  add(insuredId: number | undefined, decision: Decision): number | undefined;
}

/** `positions` are drawn beforehand, ascending, at least one for each sheet. */
export function createFamilyFold(
  histories: ReadonlyMap<number, FamilyHistory>,
  positions: readonly number[],
): FamilyFold {
  const current = new Map(histories);
  let next = 0;
  return {
    of: (insuredId) => (insuredId === undefined ? undefined : current.get(insuredId)) ?? NO_HISTORY,
    add(insuredId, decision) {
      const leaves = decision.history.length > 0 || decision.consumptions.length > 0;
      if (insuredId === undefined || !leaves) return undefined;
      const position = positions[next];
      if (position === undefined) throw new RangeError('too few positions were drawn');
      next += 1;
      const before = current.get(insuredId) ?? NO_HISTORY;
      current.set(insuredId, {
        position,
        lines: [...before.lines, ...decision.history],
        consumptions: [...before.consumptions, ...decision.consumptions],
      });
      return position;
    },
  };
}
