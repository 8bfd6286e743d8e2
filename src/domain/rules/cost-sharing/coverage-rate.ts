import type { AmountRule } from '#domain/decision/rule.ts';
import type { Movement } from '#domain/decision/step.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { applyRate, formatRate } from '#domain/money/rate.ts';

/** The fund pays the rate of the first row that matches; the rest of eligible is the copay. */
export const coverageRate: AmountRule = {
  code: 'cost-sharing/coverage-rate',
  title: 'Coverage rate',
  reference: 'Decrees 2-05-736 and 2-05-737; coverage table of the ruleset',
  apply({ coverage, eligible }) {
    const rate = coverage?.rate ?? 0;
    const benefit = applyRate(eligible, rate);
    const copay = eligible - benefit;
    const movements: Movement[] = [];
    if (benefit > 0) movements.push({ amount: benefit, from: 'submitted', to: 'benefit' });
    if (copay > 0) movements.push({ amount: copay, from: 'submitted', to: 'copay' });
    return {
      row: coverage?.code ?? null,
      source: coverage?.source ?? null,
      looked: { eligible: formatAmount(eligible), rate: formatRate(rate) },
      movements,
      reason: null,
    };
  },
};
