import type { Heading } from '../decision/move.ts';
import type { StepRecord } from '../decision/step.ts';
import type { Centimes } from '../money/centimes.ts';

export type Headings = Record<Heading, Centimes>;

/** All that a line was submitted for, before any step. */
export function startHeadings(submitted: Centimes): Headings {
  return { submitted, benefit: 0, copay: 0, overCap: 0, excess: 0, disallowed: 0 };
}

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
    add(headings, move.from, -amount);
    add(headings, move.to, amount);
  }
}

/** By name rather than by key, which is several times faster. */
function add(headings: Headings, heading: Heading, amount: Centimes): void {
  switch (heading) {
    case 'submitted':
      headings.submitted += amount;
      break;
    case 'benefit':
      headings.benefit += amount;
      break;
    case 'copay':
      headings.copay += amount;
      break;
    case 'excess':
      headings.excess += amount;
      break;
    case 'overCap':
      headings.overCap += amount;
      break;
    case 'disallowed':
      headings.disallowed += amount;
  }
}
