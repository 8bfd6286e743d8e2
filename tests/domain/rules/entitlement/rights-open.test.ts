import { describe, expect, it } from 'vitest';
import type { Entitlement } from '#domain/care-sheet/parties.ts';
import { insured, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

function open(from: string, to: string | null, status: Entitlement['status'] = 'opened') {
  return { status, from, to, qualifiedOn: null };
}

describe('rights open', () => {
  it.each([
    ['none', [], 'rejected rights-not-open'],
    ['first day', [open('2026-03-10', null)], 'approved'],
    ['day before', [open('2026-03-11', null)], 'rejected rights-not-open'],
    ['last day', [open('2020-01-01', '2026-03-10')], 'approved'],
    ['day after', [open('2020-01-01', '2026-03-09')], 'rejected rights-not-open'],
    ['maintained', [open('2026-03-01', '2026-03-31', 'maintained')], 'approved'],
    [
      'suspended while open',
      [open('2020-01-01', null), open('2026-03-01', '2026-03-10', 'suspended')],
      'rejected rights-suspended',
    ],
  ] as const)('%s', (_, entitlements, expected) => {
    expect(told({ insured: insured({ entitlements }) })).toBe(expected);
  });

  const until = insured({ entitlements: [open('2020-01-01', '2026-03-10')] });
  const lines = [line(), line({ number: 2, code: 'CS', date: '2026-03-11' })];

  it('denies only the line of the day without rights', () => {
    expect(told({ insured: until, sheet: sheet({ lines }) })).toBe('partial rights-not-open');
  });

  it('asks a stay on its admission only', () => {
    const stay = { admission: '2026-03-10', discharge: '2026-03-12' };
    expect(told({ insured: until, sheet: sheet({ lines, stay }) })).toBe('approved');
  });
});
