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
  submitted: 0,
  eligible: 0,
  benefit: 0,
  copay: 0,
  overCap: 0,
  excess: 0,
  disallowed: 0,
});

export function addAmounts(a: Amounts, b: Amounts): Amounts {
  return {
    submitted: a.submitted + b.submitted,
    eligible: a.eligible + b.eligible,
    benefit: a.benefit + b.benefit,
    copay: a.copay + b.copay,
    overCap: a.overCap + b.overCap,
    excess: a.excess + b.excess,
    disallowed: a.disallowed + b.disallowed,
  };
}

/** True when nothing is negative and every submitted centime is under exactly one heading. */
export function isConserved(a: Amounts): boolean {
  const headings = [a.benefit, a.copay, a.overCap, a.excess, a.disallowed];
  return (
    headings.every((amount) => Number.isSafeInteger(amount) && amount >= 0) &&
    a.submitted === headings.reduce((sum, amount) => sum + amount, 0) &&
    a.eligible === a.benefit + a.copay + a.overCap
  );
}
