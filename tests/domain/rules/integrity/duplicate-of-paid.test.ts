import { describe, expect, it } from 'vitest';
import type { PastLine } from '#domain/accumulator/history.ts';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { past } from '#tests/domain/builders/past-builder.ts';
import { factsOf, told } from '#tests/domain/builders/told.ts';

function toldOf(decided: Partial<PastLine>, unitPrice = 15_000) {
  return told({ history: [past(decided)], sheet: sheet({ lines: [line({ unitPrice })] }) });
}

describe('duplicate of a paid line', () => {
  it.each([
    ['the same', {}, 'rejected duplicate'],
    ['of another patient', { patientRank: 1 }, 'approved'],
    ['of another provider', { provider: '900000002' }, 'approved'],
    ['of another day', { date: '2026-03-09' }, 'approved'],
    ['of another act', { code: 'CS' }, 'approved'],
    ['paid nothing', { benefit: 0, paidUnits: 0 }, 'approved'],
  ] as const)('%s', (_, decided, expected) => {
    expect(toldOf(decided)).toBe(expected);
  });

  it('is one whatever the amount', () => {
    expect(toldOf({}, 8_000)).toBe('rejected duplicate');
    expect(toldOf({}, 20_000)).toBe('rejected duplicate');
    expect(toldOf({}, 5_000)).toBe('rejected duplicate');
  });

  it('waits when it would have been the one that counts, for another eligible amount', () => {
    const cheaper = { sessionEligible: 5_000, allowedEligible: 5_000, eligible: 5_000 };
    expect(toldOf(cheaper)).toBe('pended late-arrival');
  });

  it('is denied on both sides when the amount is the same', () => {
    expect(toldOf({ sheetNumber: 'FSE-0' })).toBe('rejected duplicate');
    expect(toldOf({ sheetNumber: 'FSE-9' })).toBe('rejected duplicate');
  });

  it('names the line that was paid', () => {
    expect(factsOf({ history: [past()] }, 'duplicate')).toEqual({
      code: 'C',
      date: '2026-03-10',
      sheetNumber: 'FSE-0',
      line: '1',
    });
  });
});
