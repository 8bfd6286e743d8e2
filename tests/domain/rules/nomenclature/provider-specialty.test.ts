import { expect, it } from 'vitest';
import { provider } from '#tests/domain/builders/input-builder.ts';
import { ratedAct, reference } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it.each([
  ['cardiology', 'approved'],
  ['surgery', 'rejected provider-specialty'],
  [null, 'rejected provider-specialty'],
])('an act of cardiology billed by %s', (specialty, expected) => {
  const rating = { keyLetter: 'C', coefficient: 100 };
  const acts = [ratedAct('C', 'consultation', rating, { specialties: ['cardiology'] })];
  const rows = reference(undefined, { acts });
  expect(told({ reference: rows, provider: provider({ specialty }) })).toBe(expected);
});
