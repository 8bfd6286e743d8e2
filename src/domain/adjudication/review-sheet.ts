import type { CompiledHold, CompiledRuleset } from '../coverage/compiled-ruleset.ts';
import type { DecidedSheet } from '../decision/rule.ts';
import { HOLD_RULES, LATE_RULES } from './rule-order.ts';
import type { SheetWork } from './sheet-work.ts';

/** H. Whether the sheet waits for a person. One that pays nothing to nobody never needs to. */
export function reviewSheet(work: SheetWork, decided: DecidedSheet): void {
  const rulesets = rulesetsOf(work);
  if (rulesets === null) return;
  for (const rule of LATE_RULES) {
    for (const { reason } of rule.check(decided)) work.reasons.push(reason);
  }
  for (const { holds } of rulesets) {
    for (const hold of holds) holdBack(work, hold);
  }
  if (work.reasons.length > 0) work.state = 'pended';
}

function holdBack(work: SheetWork, hold: CompiledHold): void {
  if (!isConcerned(work, hold)) return;
  for (const rule of HOLD_RULES) {
    const finding = rule.check(work, hold);
    if (finding !== null) work.reasons.push(finding.reason);
  }
}

/** A hold with a condition wants a line that may be paid and of which it holds. */
function isConcerned({ lines }: SheetWork, { matches }: CompiledHold): boolean {
  if (matches === null) return true;
  return lines.some(
    ({ state, subject }) => state !== 'denied' && subject !== undefined && matches(subject),
  );
}

/** The rulesets of the lines that may be paid, nearly always one; null where no line may be. */
function rulesetsOf({ lines }: SheetWork): readonly CompiledRuleset[] | null {
  let rulesets: CompiledRuleset[] | null = null;
  for (const { terms, state } of lines) {
    if (state === 'denied') continue;
    if (rulesets === null) rulesets = terms === undefined ? [] : [terms];
    else if (terms !== undefined && !rulesets.includes(terms)) rulesets.push(terms);
  }
  return rulesets;
}
