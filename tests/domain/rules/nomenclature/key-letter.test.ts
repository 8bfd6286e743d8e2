import { expect, it } from 'vitest';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { factsOf, told } from '#tests/domain/builders/told.ts';

it.each([
  ['C', 'approved'],
  [null, 'approved'],
  ['Cs', 'rejected key-letter-mismatch'],
])('a declared key letter agrees: %s', (keyLetter, expected) => {
  expect(told({ sheet: sheet({ lines: [line({ keyLetter })] }) })).toBe(expected);
});

it('is not asked of a package', () => {
  const lines = [line({ code: 'STAY', keyLetter: 'K' })];
  expect(told({ sheet: sheet({ lines }) })).toBe('approved');
});

it('names both letters', () => {
  const lines = [line({ keyLetter: 'Cs' })];
  expect(factsOf({ sheet: sheet({ lines }) }, 'key-letter-mismatch')).toEqual({
    code: 'C',
    declared: 'Cs',
    expected: 'C',
  });
});
