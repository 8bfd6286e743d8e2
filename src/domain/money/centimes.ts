import { Decimal } from 'decimal.js';

/** An amount of money: an integer number of centimes of the Moroccan dirham (MAD). */
export type Centimes = number;

/**
 * The largest amount that the engine accepts, in centimes (below 2^39, 5,497,558,138.87 MAD):
 * amount x rate (at most 10,000) then stays below 2^53, so that integer arithmetic is exact.
 */
export const MAX_CENTIMES: Centimes = 2 ** 39 - 1;

const AMOUNT = /^(0|[1-9][0-9]{0,9})\.[0-9]{2}$/;

/** Reads "150.00" as 15000 centimes; undefined when the text is no amount or is too large. */
export function parseAmount(text: string): Centimes | undefined {
  if (!AMOUNT.test(text)) return undefined;
  const centimes = Number(text.replace('.', ''));
  return centimes <= MAX_CENTIMES ? centimes : undefined;
}

/** Writes 15000 centimes as "150.00". Amounts below zero keep their sign. */
export function formatAmount(centimes: Centimes): string {
  if (centimes < 0) return `-${formatAmount(-centimes)}`;
  const cents = centimes % 100;
  const whole = (centimes - cents) / 100;
  return cents < 10 ? `${whole}.0${cents}` : `${whole}.${cents}`;
}

/** Reads an amount of a document that is trusted (a ruleset, a tariff); throws when it is none. */
export function centimes(text: string): Centimes {
  const value = parseAmount(text);
  if (value === undefined) throw new RangeError(`not an amount in MAD with two decimals: ${text}`);
  return value;
}

/** Reads a price of a public file ("95.00", "95", "95.5"): at most two decimals, not negative. */
export function parsePrice(text: string): Centimes | undefined {
  if (!/^[0-9]{1,10}(\.[0-9]{1,2})?$/.test(text)) return undefined;
  const value = new Decimal(text).times(100).toNumber();
  return value <= MAX_CENTIMES ? value : undefined;
}
