import { expect, it } from 'vitest';
import { ratedAct, reference } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it.each([
  [['private'], 'approved'],
  [['public'], 'rejected provider-sector'],
  [['public', 'private'], 'approved'],
] as const)('an act of the sectors %j for a private provider', (sectors, expected) => {
  const rating = { keyLetter: 'C', coefficient: 100 };
  const acts = [ratedAct('C', 'consultation', rating, { sectors })];
  expect(told({ reference: reference(undefined, { acts }) })).toBe(expected);
});
