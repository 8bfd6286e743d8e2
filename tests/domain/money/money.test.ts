import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConserved, NO_AMOUNTS } from '#domain/money/amounts.ts';
import { centimes, formatAmount, MAX_CENTIMES, parseAmount } from '#domain/money/centimes.ts';
import { formatCoefficient, parseCoefficient, unitTariff } from '#domain/money/coefficient.ts';
import { applyRate, formatRate, parseRate } from '#domain/money/rate.ts';

const amount = fc.integer({ min: 0, max: MAX_CENTIMES });

describe('amounts', () => {
  it.each([
    ['150.00', 15_000],
    ['0.01', 1],
    ['0.00', 0],
    ['5497558138.87', MAX_CENTIMES],
    ['5497558138.88', undefined],
    ['150', undefined],
    ['150.0', undefined],
    ['150,00', undefined],
    ['-1.00', undefined],
    ['01.00', undefined],
    ['1e3', undefined],
  ])('%s reads as %s', (text, expected) => {
    expect(parseAmount(text)).toBe(expected);
  });

  it('are written as they were read', () => {
    fc.assert(fc.property(amount, (value) => parseAmount(formatAmount(value)) === value));
    expect([formatAmount(5), formatAmount(-1_234)]).toEqual(['0.05', '-12.34']);
    expect(() => centimes('1.5')).toThrow(RangeError);
  });

  it('are conserved when nothing is lost and nothing is negative', () => {
    expect(isConserved({ ...NO_AMOUNTS, submitted: 10, excess: 10 })).toBe(true);
    expect(isConserved({ ...NO_AMOUNTS, submitted: 10, excess: 9 })).toBe(false);
    expect(isConserved({ ...NO_AMOUNTS, submitted: 10, excess: 11, disallowed: -1 })).toBe(false);
    expect(isConserved({ ...NO_AMOUNTS, submitted: 10, eligible: 9, copay: 10 })).toBe(false);
  });
});

describe('rates', () => {
  it.each([
    ['0.90', 9_000, '90 %'],
    ['0.7750', 7_750, '77.5 %'],
    ['0.0001', 1, '0.01 %'],
    ['1.00', 10_000, '100 %'],
    ['0', 0, '0 %'],
  ])('%s is %d, written %s', (text, rate, written) => {
    expect(parseRate(text)).toBe(rate);
    expect(formatRate(rate)).toBe(written);
  });

  it.each(['1.01', '90', '.9', '0.12345', '-0.1', '1.0001'])('%s is no rate', (text) => {
    expect(parseRate(text)).toBeUndefined();
  });

  it('round half up to the centime, exactly, up to the largest amount', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (value, rate) => {
        const exact = new Decimal(value).times(rate).div(10_000);
        expect(applyRate(value, rate)).toBe(
          exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(),
        );
      }),
    );
    expect(applyRate(9_999, 7_000)).toBe(6_999);
    expect(() => applyRate(MAX_CENTIMES + 1, 1)).toThrow(RangeError);
  });
});

describe('coefficients', () => {
  it.each([
    ['50', 5_000, '50'],
    ['12.5', 1_250, '12.5'],
    ['0.05', 5, '0.05'],
    ['9999.99', 999_999, '9999.99'],
  ])('%s is %d, written %s', (text, coefficient, written) => {
    expect(parseCoefficient(text)).toBe(coefficient);
    expect(formatCoefficient(coefficient)).toBe(written);
  });

  it.each(['0', '1.234', '-1', '10000', ''])('%s is no coefficient', (text) => {
    expect(parseCoefficient(text)).toBeUndefined();
  });

  it('times the value of a key letter are rounded half up to the centime', () => {
    expect(unitTariff(5_000, 2_250)).toBe(112_500);
    expect(unitTariff(1_250, 110)).toBe(1_375);
    expect(unitTariff(333, 2_250)).toBe(7_493);
    expect(unitTariff(1, 50)).toBe(1);
    expect(unitTariff(1, 49)).toBe(0);
  });
});
