import { expect, it } from 'vitest';
import { insured, sheet } from '#tests/domain/builders/input-builder.ts';
import { ratedAct, reference } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

const ACTS = [
  ratedAct('C', 'consultation', { keyLetter: 'C', coefficient: 100 }, { minAge: 40, maxAge: 45 }),
];

it.each([
  ['1986-03-10', 'approved'],
  ['1986-03-11', 'rejected age-mismatch'],
  ['1980-03-11', 'approved'],
  ['1980-03-10', 'rejected age-mismatch'],
])('an act of 40 to 45 years for somebody born on %s', (birthDate, expected) => {
  const patient = { relationship: 'self', rank: 0, birthDate } as const;
  const rows = reference(undefined, { acts: ACTS });
  const people = insured({ birthDate });
  expect(told({ reference: rows, insured: people, sheet: sheet({ patient }) })).toBe(expected);
});
