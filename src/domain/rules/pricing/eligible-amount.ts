import type { AmountRule } from '#domain/decision/rule.ts';
import { formatAmount } from '#domain/money/centimes.ts';

/** Eligible is the lesser of what was submitted for the units allowed and their tariff. */
export const eligibleAmount: AmountRule = {
  code: 'pricing/eligible-amount',
  title: 'Eligible amount',
  reference: 'Law 65-00, art. 12: reimbursement on the national reference tariff',
  apply({ units, unitTariff, headings }) {
    const submitted = headings.submitted;
    const tariff = units * (unitTariff ?? 0);
    const excess = submitted > tariff ? submitted - tariff : 0;
    return {
      row: null,
      source: null,
      looked: {
        submitted: formatAmount(submitted),
        tariff: formatAmount(tariff),
        units: String(units),
      },
      movements: excess > 0 ? [{ amount: excess, from: 'submitted', to: 'excess' }] : [],
      reason: null,
    };
  },
};
