import type { LineDecision } from '../decision/decision.ts';
import type { Heading } from '../decision/move.ts';
import type { Step } from '../decision/step.ts';
import { tellStep } from '../decision/tell-step.ts';
import type { Centimes } from '../money/centimes.ts';
import { replaySteps } from './replay-steps.ts';

export type Balance = Readonly<Record<Heading, Centimes>>;

/** A step with what stands under each heading after it. */
export interface WaterfallLevel {
  readonly step: Step;
  readonly balance: Balance;
}

export interface Waterfall {
  /** All that was submitted, before the first step. */
  readonly start: Balance;
  readonly levels: readonly WaterfallLevel[];
}

/**
 * The steps of a line with the running balance of every heading. Throws where they do not end in
 * the line's amounts: then the explanation would not be the one of the decision.
 */
export function waterfall(
  { number, steps, amounts }: LineDecision,
  submitted: Centimes,
): Waterfall {
  let balance = replaySteps(submitted, []);
  const start = balance;
  const levels = steps.map((record) => {
    const step = tellStep(record);
    balance = after(balance, step);
    return { step, balance };
  });
  if (amounts !== null && !HEADINGS.every((heading) => balance[heading] === amounts[heading])) {
    throw new Error(`the steps of line ${number} do not end in its amounts`);
  }
  return { start, levels };
}

/** Those that a line with amounts ends in; nothing is left under `submitted` then. */
const HEADINGS = ['benefit', 'copay', 'overCap', 'excess', 'disallowed'] as const;

function after(before: Balance, { movements = [] }: Step): Balance {
  if (movements.length === 0) return before;
  const balance = { ...before };
  for (const { from, to, amount } of movements) {
    balance[from] -= amount;
    balance[to] += amount;
  }
  return balance;
}
