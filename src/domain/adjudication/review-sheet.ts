import type { CompiledHold, CompiledRuleset } from '../coverage/compiled-ruleset.ts';
import type { DecidedSheet } from '../decision/rule.ts';
import { HOLD_RULES, LATE_RULES } from './rule-order.ts';
import type { SheetWork } from './sheet-work.ts';

/** H. Whether the sheet waits for a person. One that pays nothing to nobody never needs to. */
export function reviewSheet(work: SheetWork, decided: DecidedSheet): void {
  if (work.lines.every(({ state }) => state === 'denied')) return;
  for (const rule of LATE_RULES) {
    for (const { reason } of rule.check(decided)) work.reasons.push(reason);
  }
  for (const terms of rulesetsOf(work)) {
    for (const hold of terms.holds) {
      if (!isConcerned(work, hold)) continue;
      for (const rule of HOLD_RULES) {
        const finding = rule.check(work, hold);
        if (finding !== null) work.reasons.push(finding.reason);
      }
    }
  }
  if (work.reasons.length > 0) work.state = 'pended';
}

/** A hold with a condition wants a line that may be paid and of which it holds. */
function isConcerned({ lines }: SheetWork, { matches }: CompiledHold): boolean {
  if (matches === null) return true;
  return lines.some(
    ({ state, subject }) => state !== 'denied' && subject !== undefined && matches(subject),
  );
}

/** The rulesets of the lines that may be paid: nearly always one. */
function rulesetsOf({ lines }: SheetWork): readonly CompiledRuleset[] {
  const rulesets: CompiledRuleset[] = [];
  for (const { terms, state } of lines) {
    if (state !== 'denied' && terms !== undefined && !rulesets.includes(terms)) {
      rulesets.push(terms);
    }
  }
  return rulesets;
}
