import { expect, it } from 'vitest';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { letterTariff, ratedAct, reference } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it.each([
  [{ code: 'X999' }, 'rejected act-unknown'],
  [{ kind: 'medicine', code: '6118999999999' }, 'rejected medicine-unknown'],
  [{ kind: 'medicine', code: 'C' }, 'rejected medicine-unknown'],
] as const)('denies what is in no nomenclature: %j', (item, expected) => {
  expect(told({ sheet: sheet({ lines: [line(item)] }) })).toBe(expected);
});

it.each([
  ['2026-03-10', '2026-03-10', 'approved'],
  ['2026-03-11', null, 'rejected act-unknown'],
  ['2026-01-01', '2026-03-09', 'rejected act-unknown'],
])('asks for an act of the day: %s to %s', (validFrom, validTo, expected) => {
  const rating = { keyLetter: 'C', coefficient: 100 };
  const acts = [ratedAct('C', 'consultation', rating, { validFrom, validTo })];
  const tariffs = [letterTariff('C', 8_000)];
  expect(told({ reference: reference(undefined, { acts, tariffs }) })).toBe(expected);
});
