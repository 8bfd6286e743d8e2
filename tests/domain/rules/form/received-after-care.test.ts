import { expect, it } from 'vitest';
import { sheet } from '#tests/domain/builders/input-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it.each([
  ['2026-03-10', 'approved'],
  ['2026-03-09', 'rejected received-before-care'],
])('care of 10 March received on %s', (receivedOn, expected) => {
  expect(told({ sheet: sheet({ receivedOn }) })).toBe(expected);
});

it.each([
  ['2026-03-12', 'approved'],
  ['2026-03-11', 'rejected received-before-care'],
])('a stay to 12 March received on %s', (receivedOn, expected) => {
  const stay = { admission: '2026-03-10', discharge: '2026-03-12' };
  expect(told({ sheet: sheet({ receivedOn, stay }) })).toBe(expected);
});
