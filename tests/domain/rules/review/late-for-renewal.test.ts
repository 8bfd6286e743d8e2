import { expect, it } from 'vitest';
import type { PastLine } from '#domain/accumulator/history.ts';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { past } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

function toldOf(later: Partial<PastLine>) {
  const interval = { months: 24 };
  const row = { code: 'RENEWAL', when: { acts: ['FRAME'] }, interval, source: 'test' };
  const frame = { code: 'FRAME', category: 'optics', countedUnder: ['RENEWAL'] } as const;
  return told({
    reference: reference(ruleset({ renewalIntervals: [row] })),
    history: [past({ ...frame, provider: '900000009', ...later })],
    sheet: sheet({ lines: [line({ code: 'FRAME', unitPrice: 45_000 })] }),
  });
}

it.each([
  ['on the day before the interval ends', { date: '2028-03-09' }, 'pended late-arrival'],
  ['on the day the interval ends', { date: '2028-03-10' }, 'approved'],
  ['the next day', { date: '2026-03-11' }, 'pended late-arrival'],
  ['the next day, of another patient', { date: '2026-03-11', patientRank: 1 }, 'approved'],
  [
    'the next day, for nothing',
    { date: '2026-03-11', units: 1, paidUnits: 0 },
    'pended late-arrival',
  ],
])('a sheet before a frame that was paid %s', (_, later, expected) => {
  expect(toldOf(later)).toBe(expected);
});
