import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { LineCondition } from '#domain/coverage/ruleset.ts';
import { input, insured } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

function held(threshold: string, when?: LineCondition) {
  const hold = { code: 'HOLD', kind: 'amount', threshold, source: 'test' } as const;
  return reference(ruleset({ holds: [when === undefined ? hold : { ...hold, when }] }));
}

it.each([
  ['150.00', 'pended review-amount'],
  ['150.01', 'approved'],
])('a sheet of 150.00 and a threshold of %s', (threshold, expected) => {
  expect(told({ reference: held(threshold) })).toBe(expected);
});

it('holds no sheet that is denied anyway', () => {
  const people = insured({ entitlements: [] });
  expect(told({ reference: held('1.00'), insured: people })).toBe('rejected rights-not-open');
});

it('shows provisional amounts', () => {
  const decision = adjudicate(input({ reference: held('1.00') }));
  expect(decision).toMatchObject({ totals: { benefit: 7_200 }, history: [], consumptions: [] });
});

it.each<[LineCondition, string]>([
  [{ categories: ['consultation'], sectors: ['private'] }, 'pended review-amount'],
  [{ categories: ['optics'] }, 'approved'],
  [{ sectors: ['public'] }, 'approved'],
  [{ payments: ['direct'] }, 'approved'],
  [{ minAmount: '150.00' }, 'pended review-amount'],
  [{ minAmount: '150.01' }, 'approved'],
])('with the condition %j', (when, expected) => {
  expect(told({ reference: held('1.00', when) })).toBe(expected);
});
