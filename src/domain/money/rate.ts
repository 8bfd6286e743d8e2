import { Decimal } from 'decimal.js';
import { type Centimes, MAX_CENTIMES } from './centimes.ts';
import { formatCoefficient } from './coefficient.ts';

/** A share of an amount, as an integer number of 1/10,000: 9000 is 90 %. */
export type Rate = number;

export const FULL_RATE: Rate = 10_000;

/** Reads "0.90" as 9000; undefined unless the text is a decimal of 0 to 1 with at most 4 digits. */
export function parseRate(text: string): Rate | undefined {
  if (!/^(0(\.[0-9]{1,4})?|1(\.0{1,4})?)$/.test(text)) return undefined;
  return new Decimal(text).times(FULL_RATE).toNumber();
}

/** Writes 9000 as "90 %" and 7750 as "77.5 %". */
export function formatRate(rate: Rate): string {
  return `${formatCoefficient(rate)} %`;
}

/** The share of an amount, rounded half up to the centime. */
export function applyRate(amount: Centimes, rate: Rate): Centimes {
  if (amount < 0 || amount > MAX_CENTIMES) throw new RangeError('amount out of range');
  return Math.floor((amount * rate + FULL_RATE / 2) / FULL_RATE);
}
