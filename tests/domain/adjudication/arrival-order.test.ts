import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Consumption, PastLine } from '#domain/accumulator/history.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { CareSheet, LineItem } from '#domain/care-sheet/care-sheet.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import type { Amounts } from '#domain/money/amounts.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset, SESSION } from '#tests/domain/builders/reference-builder.ts';

const CODES = ['C', 'CS', 'KC20', 'KC30', 'KC50', 'AMM', 'B12'] as const;
const RECEIVED_ON = '2026-12-31';

const item = fc.record({
  code: fc.constantFrom(...CODES),
  day: fc.integer({ min: 1, max: 8 }),
  quantity: fc.integer({ min: 1, max: 4 }),
  unitPrice: fc.integer({ min: 0, max: 120_000 }),
  sheet: fc.nat({ max: 5 }),
});

const terms = fc.record({
  actUnits: fc.integer({ min: 0, max: 6 }),
  kindUnits: fc.integer({ min: 0, max: 4 }),
  intervalDays: fc.integer({ min: 0, max: 5 }),
  capAmount: fc.integer({ min: 0, max: 900 }),
  familyCap: fc.integer({ min: 0, max: 3_000 }),
  percentages: fc.constantFrom(['1.00', '0.50', '0.00'], ['1.00', '0.00'], ['1.00', '0.75']),
});

function documentOf(drawn: typeof terms extends fc.Arbitrary<infer T> ? T : never) {
  const source = 'test';
  return ruleset({
    session: { ...SESSION, percentages: drawn.percentages },
    unitLimits: [
      {
        code: 'ACT',
        when: { acts: ['AMM'] },
        maxUnits: drawn.actUnits,
        window: { kind: 'calendar-year' },
        source,
      },
      {
        code: 'KIND',
        when: { categories: ['specialist-act', 'consultation'] },
        maxUnits: drawn.kindUnits,
        window: { kind: 'lifetime' },
        source,
      },
    ],
    renewalIntervals: [
      {
        code: 'RENEWAL',
        when: { acts: ['B12', 'KC20'] },
        interval: { days: drawn.intervalDays },
        source,
      },
    ],
    caps: [
      {
        code: 'PATIENT',
        when: { categories: ['specialist-act'] },
        amount: `${drawn.capAmount}.00`,
        per: 'patient',
        window: { kind: 'sliding-months', months: 1 },
        source,
      },
      {
        code: 'FAMILY',
        when: {},
        amount: `${drawn.familyCap}.00`,
        per: 'family',
        window: { kind: 'calendar-year' },
        source,
      },
    ],
  });
}

/** One act a day: of two, one is a duplicate. */
function distinct<Item extends { code: string; day: number }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((one) => [`${one.code} ${one.day}`, one])).values()];
}

function asLine(
  {
    code,
    day,
    quantity,
    unitPrice,
  }: { code: string; day: number; quantity: number; unitPrice: number },
  number: number,
): LineItem {
  return line({ number, code, quantity, unitPrice, date: `2026-03-0${day}` });
}

interface Accepted {
  readonly lines: Map<string, Amounts>;
  readonly items: LineItem[];
  readonly history: PastLine[];
  readonly consumptions: Consumption[];
}

/** Decides sheets one after the other; those that are pended are left aside. */
function arrive(sheets: readonly CareSheet[], document: RulesetDocument): Accepted {
  const rows = reference(document);
  const accepted: Accepted = { lines: new Map(), items: [], history: [], consumptions: [] };
  for (const one of sheets) {
    const { history, consumptions } = accepted;
    const decision = adjudicate(input({ reference: rows, sheet: one, history, consumptions }));
    if (decision.outcome === 'pended') continue;
    history.push(...decision.history);
    consumptions.push(...decision.consumptions);
    for (const decided of decision.lines) {
      const declared = one.lines.find(({ number }) => number === decided.number)!;
      accepted.items.push(declared);
      accepted.lines.set(`${declared.code} ${declared.date}`, decided.amounts!);
    }
  }
  return accepted;
}

const world = fc
  .record({ items: fc.array(item, { minLength: 1, maxLength: 14 }), drawn: terms })
  .chain(({ items, drawn }) => {
    const bySheet = new Map<number, LineItem[]>();
    for (const [i, one] of distinct(items).entries()) {
      const lines = bySheet.get(one.sheet) ?? [];
      bySheet.set(one.sheet, [...lines, asLine(one, i + 1)]);
    }
    const sheets = [...bySheet].map(([number, lines]) =>
      sheet({ number: `FSE-${number}`, lines, receivedOn: RECEIVED_ON }),
    );
    return fc.record({
      sheets: fc.shuffledSubarray(sheets, { minLength: sheets.length }),
      document: fc.constant(documentOf(drawn)),
    });
  });

describe('the order of arrival', () => {
  it('does not change what is owed: sheets that are decided are as one sheet would be', () => {
    fc.assert(
      fc.property(world, ({ sheets, document }) => {
        const { lines, items } = arrive(sheets, document);
        fc.pre(items.length > 0);
        const one = sheet({ number: 'FSE-ALL', lines: items, receivedOn: RECEIVED_ON });
        const together = adjudicate(input({ reference: reference(document), sheet: one }));
        for (const decided of together.lines) {
          const declared = items.find(({ number }) => number === decided.number)!;
          const { eligible, benefit, overCap } = decided.amounts!;
          const apart = lines.get(`${declared.code} ${declared.date}`)!;
          expect([eligible, benefit, overCap]).toEqual([
            apart.eligible,
            apart.benefit,
            apart.overCap,
          ]);
        }
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  it('breaks no cap and no limit', () => {
    fc.assert(
      fc.property(world, ({ sheets, document }) => {
        const { consumptions, history } = arrive(sheets, document);
        for (const { code, amount } of document.caps) {
          const taken = consumptions.filter(({ cap }) => cap === code);
          const total = taken.reduce((sum, one) => sum + one.amount, 0);
          expect(total).toBeLessThanOrEqual(Number(amount) * 100);
        }
        for (const { code, maxUnits } of document.unitLimits) {
          const counted = history.filter(({ countedUnder }) => countedUnder.includes(code));
          const units = counted.reduce((sum, { paidUnits }) => sum + paidUnits, 0);
          expect(units).toBeLessThanOrEqual(maxUnits);
        }
      }),
      { numRuns: 1_000, seed: 8 },
    );
  });
});
