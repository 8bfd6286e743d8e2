import { expect, it } from 'vitest';
import { provider } from '#tests/domain/builders/input-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it('rejects an unknown provider', () => {
  expect(told({ provider: undefined })).toBe('rejected provider-unknown');
});

it.each([
  [[{ from: '2026-03-10', to: null }], 'approved'],
  [[{ from: '2026-03-11', to: null }], 'rejected provider-inactive'],
  [[{ from: '2010-01-01', to: '2026-03-10' }], 'approved'],
  [[{ from: '2010-01-01', to: '2026-03-09' }], 'rejected provider-inactive'],
  [[], 'rejected provider-inactive'],
])('asks for activity on the day of care: %j', (active, expected) => {
  expect(told({ provider: provider({ active }) })).toBe(expected);
});
