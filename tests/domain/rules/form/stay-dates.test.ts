import { expect, it } from 'vitest';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it.each([
  ['2026-03-10', '2026-03-10', 'approved'],
  ['2026-03-09', '2026-03-10', 'approved'],
  ['2026-03-10', '2026-03-09', 'rejected discharge-before-admission'],
  ['2026-03-11', '2026-03-12', 'rejected line-outside-stay'],
  ['2026-03-08', '2026-03-09', 'rejected line-outside-stay'],
])('a line of 10 March in a stay of %s to %s', (admission, discharge, expected) => {
  expect(told({ sheet: sheet({ stay: { admission, discharge } }) })).toBe(expected);
});

it('names every line outside', () => {
  const stay = { admission: '2026-03-10', discharge: '2026-03-11' };
  const lines = [1, 2, 3].map((number) => line({ number, date: `2026-03-1${number}` }));
  expect(told({ sheet: sheet({ stay, lines }) })).toBe(
    'rejected line-outside-stay line-outside-stay',
  );
});
