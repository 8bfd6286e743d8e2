import { z } from 'zod';
import type { Amounts } from '#domain/money/amounts.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { amount } from '#src/intake/identifier-schemas.ts';

/** The headings of a line, a sheet or a batch: submitted is the sum of the last five. */
export const amountsSchema = z
  .strictObject({
    submitted: amount,
    eligible: amount,
    benefit: amount,
    copay: amount,
    overCap: amount,
    excess: amount,
    disallowed: amount,
  })
  .meta({
    id: 'Amounts',
    description: 'submitted = benefit + copay + overCap + excess + disallowed.',
  });

export function toAmounts(amounts: Amounts): z.output<typeof amountsSchema> {
  return {
    submitted: formatAmount(amounts.submitted),
    eligible: formatAmount(amounts.eligible),
    benefit: formatAmount(amounts.benefit),
    copay: formatAmount(amounts.copay),
    overCap: formatAmount(amounts.overCap),
    excess: formatAmount(amounts.excess),
    disallowed: formatAmount(amounts.disallowed),
  };
}
