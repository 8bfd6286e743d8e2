import { expect, it } from 'vitest';
import type { PastLine } from '#domain/accumulator/history.ts';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { past } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

function toldOf(later: Partial<PastLine>) {
  const row = { code: 'LIMIT', when: { acts: ['AMM'] }, maxUnits: 10, source: 'test' };
  const unitLimits = [{ ...row, window: { kind: 'calendar-year' } as const }];
  const counted = { code: 'AMM', category: 'paramedical', countedUnder: ['LIMIT'] } as const;
  return told({
    reference: reference(ruleset({ unitLimits })),
    history: [past({ ...counted, date: '2026-03-11', ...later })],
    sheet: sheet({ lines: [line({ code: 'AMM', quantity: 4, unitPrice: 4_000 })] }),
  });
}

it.each([
  ['had units enough', { paidUnits: 6 }, 'approved'],
  ['would have had one less', { paidUnits: 7 }, 'pended late-arrival'],
  ['is of the next year', { paidUnits: 10, date: '2027-01-01' }, 'approved'],
  ['was allowed enough, for nothing', { units: 6, paidUnits: 0 }, 'approved'],
  ['was allowed too many, for nothing', { units: 7, paidUnits: 0 }, 'pended late-arrival'],
  ['is of another patient', { paidUnits: 10, patientRank: 1 }, 'approved'],
])('a sheet before a line that %s', (_, later, expected) => {
  expect(toldOf(later)).toBe(expected);
});
