import { expect, it } from 'vitest';
import { sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

function heldOf(share: string, count: number) {
  const hold = { code: 'HOLD', kind: 'sample', share, source: 'test' } as const;
  const rows = reference(ruleset({ holds: [hold] }));
  return Array.from({ length: count }, (_, i) => `FSE-2026-${String(i).padStart(6, '0')}`).filter(
    (number) => told({ reference: rows, sheet: sheet({ number }) }) === 'pended review-sample',
  );
}

it('holds about the share that the ruleset says', () => {
  const held = heldOf('0.10', 2_000).length;
  expect(held).toBeGreaterThan(140);
  expect(held).toBeLessThan(260);
});

it('holds all, or none', () => {
  expect(heldOf('1', 20)).toHaveLength(20);
  expect(heldOf('0', 20)).toHaveLength(0);
});

it('always draws the same sheets, and more of them for a larger share', () => {
  const few = heldOf('0.05', 300);
  expect(heldOf('0.05', 300)).toEqual(few);
  expect(heldOf('0.20', 300)).toEqual(expect.arrayContaining(few));
});
