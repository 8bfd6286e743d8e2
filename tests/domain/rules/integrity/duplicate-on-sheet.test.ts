import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';

function outcomes(prices: readonly number[], rest: object = {}) {
  const lines = prices.map((unitPrice, i) => line({ number: i + 1, unitPrice, ...rest }));
  return adjudicate(input({ sheet: sheet({ lines }) })).lines.map(({ outcome }) => outcome);
}

it('pays one of two identical lines, the first in canonical order', () => {
  expect(outcomes([15_000, 15_000])).toEqual(['approved', 'denied']);
  expect(outcomes([5_000, 6_000])).toEqual(['denied', 'approved']);
});

it('pays one of three', () => {
  expect(outcomes([5_000, 7_000, 6_000])).toEqual(['denied', 'approved', 'denied']);
});

it('lets identical acts of two days pass', () => {
  const lines = [line(), line({ number: 2, date: '2026-03-11' })];
  expect(adjudicate(input({ sheet: sheet({ lines }) })).outcome).toBe('approved');
});
