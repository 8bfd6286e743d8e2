import { expect, it } from 'vitest';
import { insured } from '#tests/domain/builders/input-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it.each([
  ['2026-03-10', null, 'approved'],
  ['2026-03-11', null, 'rejected scheme-unknown'],
  ['2010-01-01', '2026-03-10', 'approved'],
  ['2010-01-01', '2026-03-09', 'rejected scheme-unknown'],
])('asks for a scheme on the day of care: %s to %s', (from, to, expected) => {
  const affiliations = [{ scheme: 'SALARIED', from, to }];
  expect(told({ insured: insured({ affiliations }) })).toBe(expected);
});
