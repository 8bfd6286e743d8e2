import { expect, it } from 'vitest';
import type { Demand } from '#domain/coverage/ruleset.ts';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

function toldOf(demand: Partial<Demand>, unitPrice = 15_000) {
  const row = { code: 'PA', when: { acts: ['C'] }, source: 'test', ...demand };
  const lines = [line({ unitPrice }), line({ number: 2, code: 'CS', date: '2026-03-11' })];
  return told({
    reference: reference(ruleset({ authorizations: [row] })),
    sheet: sheet({ lines }),
  });
}

it.each([
  [{}, 15_000, 'pended authorization-required'],
  [{ when: { acts: ['KC50'] } }, 15_000, 'approved'],
  [{ fromAmount: '80.00' }, 15_000, 'pended authorization-required'],
  [{ fromAmount: '80.01' }, 15_000, 'approved'],
  [{ fromAmount: '80.00' }, 7_999, 'approved'],
])('asked by %j for an act of %d', (demand, unitPrice, expected) => {
  expect(toldOf(demand, unitPrice)).toBe(expected);
});
