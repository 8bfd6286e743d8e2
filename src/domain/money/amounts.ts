import type { Centimes } from './centimes.ts';

/**
 * The amounts of a line, a sheet or a batch, in centimes.
 * submitted = benefit + copay + overCap + excess + disallowed, none negative;
 * eligible = benefit + copay + overCap.
 */
export interface Amounts {
  readonly submitted: Centimes;
  readonly eligible: Centimes;
  readonly benefit: Centimes;
  readonly copay: Centimes;
  readonly overCap: Centimes;
  readonly excess: Centimes;
  readonly disallowed: Centimes;
}

export const NO_AMOUNTS: Amounts = Object.freeze({
  benefit: 0,
  copay: 0,
  disallowed: 0,
  eligible: 0,
  excess: 0,
  overCap: 0,
  submitted: 0,
});

export function addAmounts(a: Amounts, b: Amounts): Amounts {
  return {
    benefit: a.benefit + b.benefit,
    copay: a.copay + b.copay,
    disallowed: a.disallowed + b.disallowed,
    eligible: a.eligible + b.eligible,
    excess: a.excess + b.excess,
    overCap: a.overCap + b.overCap,
    submitted: a.submitted + b.submitted,
  };
}

/** True when nothing is negative and every submitted centime is under exactly one heading. */
export function isConserved(amounts: Amounts): boolean {
  const { submitted, eligible, benefit, copay, overCap, excess, disallowed } = amounts;
  return (
    isAmount(benefit) &&
    isAmount(copay) &&
    isAmount(overCap) &&
    isAmount(excess) &&
    isAmount(disallowed) &&
    submitted === benefit + copay + overCap + excess + disallowed &&
    eligible === benefit + copay + overCap
  );
}

function isAmount(value: Centimes): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
