import { describe, expect, it } from 'vitest';
import type { PastLine } from '#domain/accumulator/history.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { LineItem } from '#domain/care-sheet/care-sheet.ts';
import type { UnitLimit, Window } from '#domain/coverage/ruleset.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { past } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { factsOf } from '#tests/domain/builders/told.ts';

const YEAR: Window = { kind: 'calendar-year' };

function limits(window: Window, rest: Partial<UnitLimit> = {}) {
  const row = { code: 'LIMIT', when: { acts: ['AMM'] }, maxUnits: 10, window, source: 'test' };
  return reference(ruleset({ unitLimits: [{ ...row, ...rest }] }));
}

function session(rest: Partial<LineItem> = {}) {
  return line({ code: 'AMM', unitPrice: 4_000, ...rest });
}

function used(paidUnits: number, rest: Partial<PastLine> = {}) {
  const code = { code: 'AMM', category: 'paramedical', countedUnder: ['LIMIT'] } as const;
  return past({ ...code, provider: '900000009', date: '2026-01-05', paidUnits, ...rest });
}

function unitsOf(rows: ReturnType<typeof limits>, lines: LineItem[], history: PastLine[] = []) {
  const decision = adjudicate(input({ reference: rows, history, sheet: sheet({ lines }) }));
  return decision.lines.map(({ unitsAllowed, outcome }) => `${unitsAllowed} ${outcome}`);
}

describe('unit limit', () => {
  it.each([
    [7, 3, '3 approved'],
    [7, 5, '3 reduced'],
    [10, 5, '0 denied'],
    [11, 5, '0 denied'],
    [0, 10, '10 approved'],
  ])('%d used and %d declared of 10: %s', (before, quantity, expected) => {
    expect(unitsOf(limits(YEAR), [session({ quantity })], [used(before)])).toEqual([expected]);
  });

  it.each([
    [YEAR, '2025-12-31', '5 approved'],
    [YEAR, '2026-01-01', '3 reduced'],
    [{ kind: 'sliding-months', months: 2 }, '2026-01-10', '5 approved'],
    [{ kind: 'sliding-months', months: 2 }, '2026-01-11', '3 reduced'],
    [{ kind: 'lifetime' }, '1999-01-01', '3 reduced'],
  ] as const)('%j sees what was used on %s', (window, date, expected) => {
    const decided = unitsOf(limits(window), [session({ quantity: 5 })], [used(7, { date })]);
    expect(decided).toEqual([expected]);
  });

  it('clamps a sliding window to the end of the month', () => {
    const window: Window = { kind: 'sliding-months', months: 1 };
    const lines = [session({ quantity: 5, date: '2026-03-31' })];
    const inWindow = (date: string) => {
      const decision = adjudicate(
        input({
          reference: limits(window),
          history: [used(7, { date })],
          sheet: sheet({ lines, receivedOn: '2026-04-02' }),
        }),
      );
      return decision.lines[0]?.unitsAllowed;
    };
    expect(inWindow('2026-02-28')).toBe(5);
    expect(inWindow('2026-03-01')).toBe(3);
  });

  it('counts the lines of one sheet in canonical order', () => {
    const lines = [
      session({ date: '2026-03-12', quantity: 6 }),
      session({ number: 2, date: '2026-03-11', quantity: 6 }),
    ];
    expect(unitsOf(limits(YEAR), lines)).toEqual(['4 reduced', '6 approved']);
  });

  it('counts what matches the row together, and nobody else’s', () => {
    const rows = limits(YEAR, { when: { categories: ['paramedical', 'biology'] } });
    const mine = used(8, { code: 'B12', category: 'biology' });
    expect(unitsOf(rows, [session({ quantity: 5 })], [mine])).toEqual(['2 reduced']);
    const other = used(8, { patientRank: 1 });
    expect(unitsOf(rows, [session({ quantity: 5 })], [other])).toEqual(['5 approved']);
  });

  it('applies every row that matches', () => {
    const row = { when: { acts: ['AMM'] }, window: YEAR, source: 'test' };
    const rows = reference(
      ruleset({
        unitLimits: [
          { ...row, code: 'WIDE', maxUnits: 4 },
          { ...row, code: 'NARROW', maxUnits: 2 },
        ],
      }),
    );
    expect(unitsOf(rows, [session({ quantity: 5 })])).toEqual(['2 reduced']);
  });

  it('says what was used and what is left', () => {
    const care = {
      reference: limits(YEAR),
      history: [used(7)],
      sheet: sheet({ lines: [session({ quantity: 5 })] }),
    };
    expect(factsOf(care, 'unit-limit')).toEqual({
      row: 'LIMIT',
      maxUnits: '10',
      used: '7',
      declared: '5',
      allowed: '3',
    });
  });
});
