import type { Heading } from '../decision/move.ts';
import type { StepRecord } from '../decision/step.ts';
import type { Centimes } from '../money/centimes.ts';
import { moveAmounts, startHeadings } from './move-amounts.ts';

/** What stands under each heading when the steps are replayed from the submitted amount. */
export function replaySteps(
  submitted: Centimes,
  steps: readonly StepRecord[],
): Readonly<Record<Heading, Centimes>> {
  const headings = startHeadings(submitted);
  for (const step of steps) moveAmounts(headings, step);
  return headings;
}
