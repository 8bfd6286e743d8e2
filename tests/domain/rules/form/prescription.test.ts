import { describe, expect, it } from 'vitest';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

const ASKED = reference(
  ruleset({
    prescriptions: [
      {
        code: 'PRESCRIPTION',
        when: { categories: ['biology'] },
        validity: { months: 3 },
        source: 'test',
      },
    ],
  }),
);

function toldOf(date: string | null, lines: CareSheet['lines'] = [line({ code: 'B12' })]) {
  const prescription = date === null ? null : { number: null, date };
  return told({ reference: ASKED, sheet: sheet({ prescription, lines }) });
}

describe('prescription', () => {
  it.each([
    [null, 'rejected prescription-missing'],
    ['2026-03-10', 'approved'],
    ['2026-03-11', 'rejected prescription-after-care'],
    ['2025-12-10', 'approved'],
    ['2025-12-09', 'rejected prescription-expired'],
  ])('biology of 10 March prescribed on %s', (date, expected) => {
    expect(toldOf(date)).toBe(expected);
  });

  it('is not asked for a consultation', () => {
    expect(toldOf(null, [line()])).toBe('approved');
  });

  it('denies every line, being a fact of the sheet', () => {
    const lines = [line(), line({ number: 2, code: 'B12' })];
    expect(toldOf(null, lines)).toBe('rejected prescription-missing');
  });
});
