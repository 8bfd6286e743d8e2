import { expect, it } from 'vitest';
import { insured, sheet } from '#tests/domain/builders/input-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it.each([
  ['2026-03-10', 'approved'],
  ['2026-03-09', 'rejected care-after-death'],
])('accepts care up to the day of death: %s', (deathDate, expected) => {
  expect(told({ insured: insured({ deathDate }) })).toBe(expected);
});

it.each([
  ['2026-03-10', 'approved'],
  ['2026-03-11', 'rejected care-before-birth'],
])('accepts care from the day of birth: %s', (birthDate, expected) => {
  const patient = { relationship: 'self', rank: 0, birthDate } as const;
  expect(told({ insured: insured({ birthDate }), sheet: sheet({ patient }) })).toBe(expected);
});
