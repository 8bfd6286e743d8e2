import type { Decision, LineDecision } from '../decision/decision.ts';
import { type Amounts, isConserved } from '../money/amounts.ts';
import { replaySteps } from './replay-steps.ts';

/** Throws when a decision breaks what it promises: a fault of the program, never of a sheet. */
export function assertDecision(decision: Decision): void {
  let isPriced = true;
  let benefit = 0;
  for (const line of decision.lines) {
    if (line.amounts === null) isPriced = false;
    else {
      benefit += line.amounts.benefit;
      assertAmounts(line, line.amounts);
    }
  }
  const { totals, outcome } = decision;
  assert(isPriced === (totals !== null), 'totals without the amounts of every line');
  if (totals !== null) {
    assert(isConserved(totals) && totals.benefit === benefit, 'totals are not conserved');
  }
  if (outcome === 'pended') {
    assert(decision.history.length === 0, 'a pended sheet is no history');
    assert(decision.consumptions.length === 0, 'a pended sheet moved a cap');
    return;
  }
  assert(totals !== null, 'a final decision without amounts');
  for (const line of decision.lines) {
    assert(line.outcome !== 'pended', 'a final decision has a pended line');
  }
  if (outcome === 'rejected') assert(benefit === 0, 'a rejected sheet pays');
}

function assertAmounts({ number, outcome, steps }: LineDecision, amounts: Amounts): void {
  assert(isConserved(amounts), `line ${number} is not conserved`);
  if (outcome === 'denied') {
    assert(amounts.disallowed === amounts.submitted, `line ${number} is denied and counts`);
  }
  const replayed = replaySteps(amounts.submitted, steps);
  const agrees =
    replayed.submitted === 0 &&
    replayed.benefit === amounts.benefit &&
    replayed.copay === amounts.copay &&
    replayed.overCap === amounts.overCap &&
    replayed.excess === amounts.excess &&
    replayed.disallowed === amounts.disallowed;
  assert(agrees, `the steps of line ${number} do not replay to its amounts`);
}

function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`broken decision: ${message}`);
}
