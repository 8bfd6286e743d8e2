import { deny, NO_FINDINGS } from '#domain/decision/finding.ts';
import type { SheetRule } from '#domain/decision/rule.ts';
import { schemeOfDay } from '#domain/decision/sheet-facts.ts';

/** The payer is the fund that manages the scheme on the day of care, not on that of receipt. */
export const rightFund: SheetRule = {
  code: 'entitlement/right-fund',
  title: 'The sheet is addressed to the fund that manages the scheme',
  reference: 'Law 65-00, art. 73; law 54-23 for the schemes that change funds',
  check(facts) {
    const { insured, decidedOn, reference, sheet } = facts;
    if (insured === undefined) return NO_FINDINGS;
    for (const date of decidedOn) {
      const scheme = schemeOfDay(facts, insured, date);
      if (scheme === null) continue;
      const fund = reference.fundOf(scheme, date) ?? '';
      if (fund === sheet.fund) continue;
      return [deny('wrong-fund', { date, scheme, addressed: sheet.fund, fund })];
    }
    return NO_FINDINGS;
  },
};
