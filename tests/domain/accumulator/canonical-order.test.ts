import fc from 'fast-check';
import { expect, it } from 'vitest';
import { comesBefore, compareOrder, sortInOrder } from '#domain/accumulator/canonical-order.ts';

const KEY = {
  date: '2026-03-10',
  sessionEligible: 8_000,
  code: 'C',
  sheetNumber: 'FSE-1',
  lineNumber: 1,
};

it.each([
  ['an earlier date', { date: '2026-03-09', sessionEligible: 1 }],
  ['a larger eligible amount', { sessionEligible: 8_001, code: 'Z' }],
  ['a code that is less by code units', { code: 'B', sheetNumber: 'Z' }],
  ['capitals before small letters', { code: 'A', sheetNumber: 'z' }],
  ['a sheet number that is less', { sheetNumber: 'FSE-0', lineNumber: 9 }],
  ['a line number that is less', { lineNumber: 0 }],
])('%s comes first', (_, rest) => {
  expect(comesBefore({ ...KEY, ...rest }, KEY)).toBe(true);
  expect(comesBefore(KEY, { ...KEY, ...rest })).toBe(false);
});

it('compares texts by code units, in no language', () => {
  const codes = ['a', 'Z', 'é', 'B', '10', '9'].map((code) => ({ ...KEY, code }));
  expect(codes.sort(compareOrder).map(({ code }) => code)).toEqual(['10', '9', 'B', 'Z', 'a', 'é']);
});

it('sorts few lines and many as the platform does', () => {
  const small = fc.nat({ max: 3 });
  const line = fc.record({ code: small.map(String), sessionEligible: small, lineNumber: small });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (drawn) => {
      const lines = drawn.map((rest) => ({ ...KEY, ...rest }));
      const expected = [...lines].sort(compareOrder);
      sortInOrder(lines);
      expect(lines.every((each, index) => each === expected[index])).toBe(true);
    }),
    { seed: 8 },
  );
});
