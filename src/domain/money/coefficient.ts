import { Decimal } from 'decimal.js';
import type { Centimes } from './centimes.ts';

/** The coefficient of a rating (Kc 50, B 12.5), as an integer number of 1/100: 5000 is 50. */
export type Coefficient = number;

export const MAX_COEFFICIENT: Coefficient = 999_999;

/** Reads "12.5" as 1250; undefined unless it is above zero with at most two decimals. */
export function parseCoefficient(text: string): Coefficient | undefined {
  if (!/^(0|[1-9][0-9]{0,3})(\.[0-9]{1,2})?$/.test(text)) return undefined;
  const value = new Decimal(text).times(100).toNumber();
  return value > 0 ? value : undefined;
}

/** Writes 1250 as "12.5". */
export function formatCoefficient(coefficient: Coefficient): string {
  const hundredths = coefficient % 100;
  const whole = String((coefficient - hundredths) / 100);
  if (hundredths === 0) return whole;
  if (hundredths % 10 === 0) return `${whole}.${hundredths / 10}`;
  return hundredths < 10 ? `${whole}.0${hundredths}` : `${whole}.${hundredths}`;
}

/** Unit tariff = coefficient x value of the key letter, rounded half up to the centime. */
export function unitTariff(coefficient: Coefficient, keyLetterValue: Centimes): Centimes {
  return Math.floor((coefficient * keyLetterValue + 50) / 100);
}
