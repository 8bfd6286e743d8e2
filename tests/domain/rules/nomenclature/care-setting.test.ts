import { expect, it } from 'vitest';
import { sheet } from '#tests/domain/builders/input-builder.ts';
import { ratedAct, reference } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

const STAY = { admission: '2026-03-10', discharge: '2026-03-10' };

it.each([
  ['stay', STAY, 'approved'],
  ['stay', null, 'rejected care-setting'],
  ['ambulatory', null, 'approved'],
  ['ambulatory', STAY, 'rejected care-setting'],
] as const)('an act of setting %s in %j', (setting, stay, expected) => {
  const rating = { keyLetter: 'C', coefficient: 100 };
  const acts = [ratedAct('C', 'consultation', rating, { settings: [setting] })];
  const rows = reference(undefined, { acts });
  expect(told({ reference: rows, sheet: sheet({ stay }) })).toBe(expected);
});
