import type { Finding } from '../decision/finding.ts';
import type { LineWork } from '../decision/line-work.ts';
import type { Effect, RuleText } from '../decision/rule.ts';
import { WrittenStep } from './written-step.ts';

/** Moves amounts, writes the step and tells the reason, where there is one. */
export function applyEffect(line: LineWork, rule: RuleText, effect: Effect): void {
  writeStep(line, rule, effect);
  if (effect.reason !== null) line.reasons.push(effect.reason);
}

/** Moves amounts and writes the step; the headings are therefore what the steps replay to. */
function writeStep(line: LineWork, rule: RuleText, effect: Effect): void {
  const { headings } = line;
  for (const { from, to, amount } of effect.movements) {
    headings[from] -= amount;
    headings[to] += amount;
  }
  line.steps.push(new WrittenStep(rule.code, effect));
}

/** Refuses a line, makes it wait, or remarks on it. A refused line waits for nothing. */
export function applyFinding(line: LineWork, rule: RuleText, finding: Finding): void {
  const { verdict } = finding;
  if (verdict === 'pend' && line.state === 'denied') return;
  applyEffect(line, rule, effectOf(line, finding));
  if (verdict === 'deny') line.state = 'denied';
  if (verdict === 'pend') line.state = 'pended';
}

/** Refuses a line for a reason of its sheet: the step cites it, the sheet tells it once. */
export function refuseWithSheet(line: LineWork, rule: RuleText, finding: Finding): void {
  writeStep(line, rule, effectOf(line, finding));
  line.state = 'denied';
}

function effectOf({ headings }: LineWork, { verdict, reason, row }: Finding): Effect {
  const amount = verdict === 'deny' ? headings.submitted : 0;
  return {
    row: row?.code ?? null,
    source: row?.source ?? null,
    looked: reason.facts,
    movements: amount === 0 ? [] : [{ amount, from: 'submitted', to: 'disallowed' }],
    reason,
  };
}
