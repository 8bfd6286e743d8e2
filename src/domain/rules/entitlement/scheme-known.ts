import { deny, NO_FINDINGS } from '#domain/decision/finding.ts';
import type { SheetRule } from '#domain/decision/rule.ts';
import { schemeOfDay } from '#domain/decision/sheet-facts.ts';

/** Somebody who belongs to no scheme on the day has no rules to be paid under. */
export const schemeKnown: SheetRule = {
  code: 'entitlement/scheme-known',
  title: 'The insured belongs to a scheme',
  reference: 'Law 65-00, art. 73, laws 98-15, 27-22 and 60-22: schemes of the insurance',
  check(facts) {
    const { insured, decidedOn } = facts;
    if (insured === undefined) return NO_FINDINGS;
    for (const date of decidedOn) {
      if (schemeOfDay(facts, insured, date) === null) return [deny('scheme-unknown', { date })];
    }
    return NO_FINDINGS;
  },
};
