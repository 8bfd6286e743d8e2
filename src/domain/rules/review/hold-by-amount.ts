import { pend } from '#domain/decision/finding.ts';
import type { HoldRule } from '#domain/decision/rule.ts';
import { formatAmount } from '#domain/money/centimes.ts';

/** A sheet of a high submitted amount is seen by a person; the threshold itself is high. */
export const holdByAmount: HoldRule = {
  code: 'review/hold-by-amount',
  title: 'Review of a high amount',
  reference: 'Holds of the ruleset: internal control',
  check({ sheet }, hold) {
    if (hold.kind !== 'amount') return null;
    let submitted = 0;
    for (const { quantity, unitPrice } of sheet.lines) submitted += quantity * unitPrice;
    if (submitted < hold.threshold) return null;
    const facts = {
      row: hold.code,
      submitted: formatAmount(submitted),
      threshold: formatAmount(hold.threshold),
    };
    return pend('review-amount', facts, hold);
  },
};
