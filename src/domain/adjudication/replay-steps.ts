import type { Heading, Step } from '../decision/step.ts';
import type { Centimes } from '../money/centimes.ts';

/** What stands under each heading when the steps are replayed from the submitted amount. */
export function replaySteps(
  submitted: Centimes,
  steps: readonly Step[],
): Readonly<Record<Heading, Centimes>> {
  const headings = { submitted, benefit: 0, copay: 0, overCap: 0, excess: 0, disallowed: 0 };
  for (const { movements } of steps) {
    if (movements === undefined) continue;
    for (const { from, to, amount } of movements) {
      headings[from] -= amount;
      headings[to] += amount;
    }
  }
  return headings;
}
