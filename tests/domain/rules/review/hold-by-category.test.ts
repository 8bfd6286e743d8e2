import { expect, it } from 'vitest';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

const HOLDS = [{ code: 'HOLD', kind: 'category', categories: ['optics'], source: 'test' }] as const;

it.each([
  [['FRAME'], 'pended review-category'],
  [['C', 'FRAME'], 'pended review-category'],
  [['C'], 'approved'],
])('%j', (codes, expected) => {
  const lines = codes.map((code, i) => line({ number: i + 1, code }));
  expect(told({ reference: reference(ruleset({ holds: HOLDS })), sheet: sheet({ lines }) })).toBe(
    expected,
  );
});

it('does not mind a line that is denied', () => {
  const exclusions = [{ code: 'NO', when: { acts: ['FRAME'] }, source: 'test' }];
  const rows = reference(ruleset({ holds: HOLDS, exclusions }));
  const lines = [line(), line({ number: 2, code: 'FRAME' })];
  expect(told({ reference: rows, sheet: sheet({ lines }) })).toBe('partial excluded');
});

it.each([
  ['FRAME', 'pended review-category'],
  ['C', 'approved'],
])('with a condition wants it of the same line: act %s', (act, expected) => {
  const holds = [{ ...HOLDS[0], when: { acts: [act] } }];
  const lines = [line(), line({ number: 2, code: 'FRAME' })];
  expect(told({ reference: reference(ruleset({ holds })), sheet: sheet({ lines }) })).toBe(
    expected,
  );
});
