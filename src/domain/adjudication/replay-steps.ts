import type { Heading } from '../decision/move.ts';
import type { StepRecord } from '../decision/step.ts';
import type { Centimes } from '../money/centimes.ts';
import { type Headings, moveAmounts } from './move-amounts.ts';

/** What stands under each heading when the steps are replayed from the submitted amount. */
export function replaySteps(
  submitted: Centimes,
  steps: readonly StepRecord[],
): Readonly<Record<Heading, Centimes>> {
  const headings: Headings = {
    ...{ submitted, benefit: 0, copay: 0 },
    ...{ overCap: 0, excess: 0, disallowed: 0 },
  };
  for (const step of steps) moveAmounts(headings, step);
  return headings;
}
