import { comesBefore } from '#domain/accumulator/canonical-order.ts';
import { benefitBefore } from '#domain/accumulator/counted.ts';
import type { Consumption } from '#domain/accumulator/history.ts';
import type { CompiledCap } from '#domain/coverage/compiled-ruleset.ts';
import { NO_FINDINGS, pend } from '#domain/decision/finding.ts';
import type { DecidedSheet, LateRule } from '#domain/decision/rule.ts';
import { schemeOn } from '#domain/decision/sheet-facts.ts';

/** A later line that was decided would find less left of a cap than it took. */
export const lateForCap: LateRule = {
  code: 'review/late-for-cap',
  title: 'Late for a cap',
  reference: 'The order in which sheets arrive does not change what is owed',
  check(decided) {
    const [first] = decided.consumptions;
    if (first === undefined) return NO_FINDINGS;
    for (const later of decided.facts.consumptions) {
      // Those of the sheet are in canonical order.
      if (!comesBefore(first, later)) continue;
      const row = rowOf(later, decided);
      if (row === undefined || !exceeds(later, row, decided)) continue;
      const { date, sheetNumber, lineNumber, cap } = later;
      const facts = { date, sheetNumber, line: String(lineNumber), row: cap };
      return [pend('late-arrival', { cause: 'cap', ...facts })];
    }
    return NO_FINDINGS;
  },
};

/** The row in force for the later line; that of this sheet where its ruleset has it no more. */
function rowOf(
  { cap, date }: Consumption,
  { facts, ordered }: DecidedSheet,
): CompiledCap | undefined {
  const scheme = schemeOn(facts.insured, date);
  const terms = scheme === null ? undefined : facts.reference.ruleset(scheme, date);
  const own = ordered.find((line) => line.terms?.capOf.has(cap));
  return terms?.capOf.get(cap) ?? own?.terms?.capOf.get(cap);
}

function exceeds(
  later: Consumption,
  { code, window, amount }: CompiledCap,
  { facts, consumptions }: DecidedSheet,
): boolean {
  const cap = { code, window, patientRank: later.patientRank };
  const taken = benefitBefore(later, cap, consumptions);
  if (taken === 0) return false;
  return taken + benefitBefore(later, cap, facts.consumptions) + later.amount > amount;
}
