import { lastPaidBefore } from '#domain/accumulator/counted.ts';
import type { PastLine } from '#domain/accumulator/history.ts';
import { addSpan } from '#domain/calendar/arithmetic.ts';
import type { RenewalInterval } from '#domain/coverage/ruleset.ts';
import { NO_FINDINGS, pend } from '#domain/decision/finding.ts';
import type { DecidedSheet, LateRule } from '#domain/decision/rule.ts';
import { schemeOn } from '#domain/decision/sheet-facts.ts';

/** A later line that was allowed would lie within the interval that this sheet starts. */
export const lateForRenewal: LateRule = {
  code: 'review/late-for-renewal',
  title: 'Late for a renewal interval',
  reference: 'The order in which sheets arrive does not change what is owed',
  check(decided) {
    for (const later of decided.facts.pastLines) {
      for (const code of later.countedUnder) {
        const row = rowOf(later, code, decided);
        if (row === undefined || !isTooEarly(later, row, decided)) continue;
        const { date, sheetNumber, lineNumber } = later;
        const facts = { date, sheetNumber, line: String(lineNumber), row: code };
        return [pend('late-arrival', { cause: 'renewal-interval', ...facts })];
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
): RenewalInterval | undefined {
  const scheme = schemeOn(facts.insured, date);
  const terms = scheme === null ? undefined : facts.reference.ruleset(scheme, date);
  const own = ordered.find((line) => line.terms?.renewalIntervalOf.has(code));
  return terms?.renewalIntervalOf.get(code) ?? own?.terms?.renewalIntervalOf.get(code);
}

function isTooEarly(later: PastLine, row: RenewalInterval, { ordered }: DecidedSheet): boolean {
  const lastOn = lastPaidBefore(later, row.code, ordered);
  return lastOn !== null && later.date < addSpan(lastOn, row.interval);
}
