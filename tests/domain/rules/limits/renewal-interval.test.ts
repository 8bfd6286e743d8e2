import { describe, expect, it } from 'vitest';
import type { PastLine } from '#domain/accumulator/history.ts';
import type { Span } from '#domain/calendar/arithmetic.ts';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { past } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { factsOf, told } from '#tests/domain/builders/told.ts';

function inputOf(interval: Span, date: string, decided: Partial<PastLine>[] = []) {
  const row = { code: 'RENEWAL', when: { acts: ['FRAME'] }, interval, source: 'test' };
  const lines = [line({ code: 'FRAME', unitPrice: 45_000, date })];
  const frame = { code: 'FRAME', category: 'optics', countedUnder: ['RENEWAL'] } as const;
  return {
    reference: reference(ruleset({ renewalIntervals: [row] })),
    history: decided.map((rest) => past({ ...frame, ...rest })),
    sheet: sheet({ lines, receivedOn: '2026-12-31' }),
  };
}

describe('renewal interval', () => {
  it.each([
    [{ months: 24 }, '2024-03-10', '2026-03-09', 'rejected too-early'],
    [{ months: 24 }, '2024-03-10', '2026-03-10', 'approved'],
    [{ days: 730 }, '2024-03-10', '2026-03-09', 'rejected too-early'],
    [{ days: 730 }, '2024-03-10', '2026-03-10', 'approved'],
    [{ months: 1 }, '2026-01-31', '2026-02-27', 'rejected too-early'],
    [{ months: 1 }, '2026-01-31', '2026-02-28', 'approved'],
  ])('%j after %s: paid again on %s', (interval, lastOn, date, expected) => {
    expect(told(inputOf(interval, date, [{ date: lastOn }]))).toBe(expected);
  });

  it('counts from the last paid one, whatever the order of the history', () => {
    const before = [{ date: '2025-06-01' }, { date: '2023-01-01' }];
    const expected = 'rejected too-early';
    expect(told(inputOf({ months: 24 }, '2026-03-10', before))).toBe(expected);
    expect(told(inputOf({ months: 24 }, '2026-03-10', before.reverse()))).toBe(expected);
  });

  it.each([
    ['paid nothing', { benefit: 0, paidUnits: 0 }],
    ['of another patient', { patientRank: 1 }],
    ['counted under another row', { countedUnder: ['OTHER'] }],
  ])('is not started by a line %s', (_, rest) => {
    expect(told(inputOf({ months: 24 }, '2026-03-10', [{ date: '2026-01-01', ...rest }]))).toBe(
      'approved',
    );
  });

  it('is started by a line of the same sheet', () => {
    const { sheet: one, ...rest } = inputOf({ months: 24 }, '2026-03-10');
    const [first] = one.lines;
    const lines = [first!, { ...first!, number: 2, date: '2026-03-11' }];
    expect(told({ ...rest, sheet: { ...one, lines } })).toBe('partial too-early');
  });

  it('names the day from which it is paid again', () => {
    const care = inputOf({ months: 24 }, '2026-03-09', [{ date: '2024-03-10' }]);
    expect(factsOf(care, 'too-early')).toEqual({
      row: 'RENEWAL',
      date: '2026-03-09',
      lastOn: '2024-03-10',
      nextOn: '2026-03-10',
    });
  });
});
