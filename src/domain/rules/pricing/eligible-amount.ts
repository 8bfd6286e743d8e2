import { AMOUNT, Citation, COUNT } from '#domain/decision/citation.ts';
import { TO_EXCESS } from '#domain/decision/move.ts';
import type { AmountRule } from '#domain/decision/rule.ts';

/** Eligible is the lesser of what was submitted for the units allowed and their tariff. */
export const eligibleAmount: AmountRule = {
  code: 'pricing/eligible-amount',
  title: 'Eligible amount',
  reference: 'Law 65-00, art. 12: reimbursement on the national reference tariff',
  apply({ units, unitTariff, headings }) {
    const submitted = headings.submitted;
    const tariff = units * (unitTariff ?? 0);
    const excess = submitted > tariff ? submitted - tariff : 0;
    return { cited: CITED, figures: [submitted, tariff, units, excess], reason: null };
  },
};

const CITED = new Citation({
  rule: eligibleAmount.code,
  looked: { submitted: AMOUNT, tariff: AMOUNT, units: COUNT },
  moves: [TO_EXCESS],
});
