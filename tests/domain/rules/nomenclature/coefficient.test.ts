import { expect, it } from 'vitest';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { factsOf, told } from '#tests/domain/builders/told.ts';

it.each([
  ['KC50', 5_000, 'approved'],
  ['KC50', null, 'approved'],
  ['KC50', 4_999, 'rejected coefficient-mismatch'],
  ['KFREE', 3_300, 'approved'],
  ['KFREE', null, 'rejected rating-missing'],
])('%s with a declared coefficient of %s', (code, coefficient, expected) => {
  const lines = [line({ code, coefficient, unitPrice: 5_000 })];
  expect(told({ sheet: sheet({ lines }) })).toBe(expected);
});

it('names both coefficients as they are written', () => {
  const lines = [line({ code: 'B12', coefficient: 1_205 })];
  expect(factsOf({ sheet: sheet({ lines }) }, 'coefficient-mismatch')).toEqual({
    code: 'B12',
    declared: '12.05',
    expected: '12.5',
  });
});
