import { expect, it } from 'vitest';
import { ratedAct, reference } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it.each([
  ['F', 'approved'],
  ['M', 'rejected sex-mismatch'],
] as const)('an act of sex %s for a woman', (sex, expected) => {
  const rating = { keyLetter: 'C', coefficient: 100 };
  const acts = [ratedAct('C', 'consultation', rating, { sex })];
  expect(told({ reference: reference(undefined, { acts }) })).toBe(expected);
});
