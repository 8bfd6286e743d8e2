import type { Heading } from '../decision/move.ts';
import type { StepRecord } from '../decision/step.ts';
import type { Centimes } from '../money/centimes.ts';

export type Headings = Record<Heading, Centimes>;

/** Moves what a step says from heading to heading. */
export function moveAmounts(
  headings: Headings,
  { cited, figures }: Pick<StepRecord, 'cited' | 'figures'>,
): void {
  const { moves, lookedCount } = cited;
  for (let i = 0; i < moves.length; i += 1) {
    const move = moves[i];
    const amount = figures[lookedCount + i];
    if (move === undefined || typeof amount !== 'number' || amount === 0) continue;
    headings[move.from] -= amount;
    headings[move.to] += amount;
  }
}
