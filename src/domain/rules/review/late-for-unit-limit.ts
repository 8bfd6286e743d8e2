import { unitsSeenBefore } from '#domain/accumulator/counted.ts';
import type { PastLine } from '#domain/accumulator/history.ts';
import type { UnitLimit } from '#domain/coverage/ruleset.ts';
import { NO_FINDINGS, pend } from '#domain/decision/finding.ts';
import type { DecidedSheet, LateRule } from '#domain/decision/rule.ts';
import { schemeOn } from '#domain/decision/sheet-facts.ts';

/**
 * A later line that was decided would find fewer units left than it was allowed, also when it was
 * paid nothing in the end: then it would be denied, and leave its session.
 */
export const lateForUnitLimit: LateRule = {
  code: 'review/late-for-unit-limit',
  title: 'Late for a unit limit',
  reference: 'The order in which sheets arrive does not change what is owed',
  check(decided) {
    for (const later of decided.facts.pastLines) {
      for (const code of later.countedUnder) {
        const row = rowOf(later, code, decided);
        if (row === undefined || !exceeds(later, row, decided)) continue;
        const { date, sheetNumber, lineNumber } = later;
        const facts = { date, sheetNumber, line: String(lineNumber), row: code };
        return [pend('late-arrival', { cause: 'unit-limit', ...facts })];
      }
    }
    return NO_FINDINGS;
  },
};

/** The row in force for the later line; that of this sheet where its ruleset has it no more. */
function rowOf(
  { date }: PastLine,
  code: string,
  { facts, ordered }: DecidedSheet,
): UnitLimit | undefined {
  const scheme = schemeOn(facts.insured, date);
  const terms = scheme === null ? undefined : facts.reference.ruleset(scheme, date);
  const own = ordered.find((line) => line.terms?.unitLimitOf.has(code));
  return terms?.unitLimitOf.get(code) ?? own?.terms?.unitLimitOf.get(code);
}

function exceeds(later: PastLine, row: UnitLimit, { facts, ordered }: DecidedSheet): boolean {
  const taken = unitsSeenBefore(later, row, ordered);
  if (taken === 0) return false;
  return taken + unitsSeenBefore(later, row, facts.pastLines) + later.units > row.maxUnits;
}
