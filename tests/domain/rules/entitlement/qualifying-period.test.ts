import { expect, it } from 'vitest';
import { insured } from '#tests/domain/builders/input-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

const OPEN = { status: 'opened', from: '2026-01-01', to: null } as const;

it.each([
  [[{ ...OPEN, qualifiedOn: '2026-03-10' }], 'approved'],
  [[{ ...OPEN, qualifiedOn: '2026-03-11' }], 'rejected qualifying-period'],
  [[{ ...OPEN, qualifiedOn: null }], 'approved'],
  [
    [
      { ...OPEN, qualifiedOn: '2026-04-01' },
      { ...OPEN, qualifiedOn: '2026-02-01' },
    ],
    'approved',
  ],
])('is done on its first day: %j', (entitlements, expected) => {
  expect(told({ insured: insured({ entitlements }) })).toBe(expected);
});
