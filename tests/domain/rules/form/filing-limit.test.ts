import { describe, expect, it } from 'vitest';
import type { Span } from '#domain/calendar/arithmetic.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { factsOf, told } from '#tests/domain/builders/told.ts';

function inputOf(limit: Span, care: Partial<CareSheet>) {
  const row = { code: 'FILING', payments: ['reimbursement'], limit, source: 'test' } as const;
  return { reference: reference(ruleset({ filingLimits: [row] })), sheet: sheet(care) };
}

describe('filing limit', () => {
  it.each([
    [{ months: 2 }, '2026-03-10', '2026-05-10', 'approved'],
    [{ months: 2 }, '2026-03-10', '2026-05-11', 'rejected time-barred'],
    [{ days: 60 }, '2026-03-10', '2026-05-09', 'approved'],
    [{ days: 60 }, '2026-03-10', '2026-05-10', 'rejected time-barred'],
    [{ months: 1 }, '2026-01-31', '2026-02-28', 'approved'],
    [{ months: 1 }, '2026-01-31', '2026-03-01', 'rejected time-barred'],
    [{ months: 1 }, '2028-01-31', '2028-02-29', 'approved'],
  ])('%j from %s: received on %s', (limit, date, receivedOn, expected) => {
    expect(told(inputOf(limit, { receivedOn, lines: [line({ date })] }))).toBe(expected);
  });

  it('is counted from the first care', () => {
    const lines = [line({ date: '2026-03-20' }), line({ number: 2, code: 'CS' })];
    expect(told(inputOf({ months: 2 }, { receivedOn: '2026-05-11', lines }))).toBe(
      'rejected time-barred',
    );
  });

  it('is counted from the discharge of a stay', () => {
    const stay = { admission: '2026-03-01', discharge: '2026-03-15' };
    const care = { receivedOn: '2026-05-15', stay };
    expect(told(inputOf({ months: 2 }, care))).toBe('approved');
    expect(told(inputOf({ months: 2 }, { ...care, receivedOn: '2026-05-16' }))).toBe(
      'rejected time-barred',
    );
  });

  it('is that of the payment mode', () => {
    const care = { payment: 'direct', receivedOn: '2027-03-10' } as const;
    expect(told(inputOf({ months: 2 }, care))).toBe('approved');
  });

  it('names the last day', () => {
    const late = inputOf({ months: 2 }, { receivedOn: '2026-05-11' });
    expect(factsOf(late, 'time-barred')).toEqual({
      from: '2026-03-10',
      lastDay: '2026-05-10',
      receivedOn: '2026-05-11',
      row: 'FILING',
    });
  });
});
