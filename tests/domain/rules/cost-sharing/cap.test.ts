import { describe, expect, it } from 'vitest';
import type { Consumption } from '#domain/accumulator/history.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { Cap, Window } from '#domain/coverage/ruleset.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { taken } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';

const CAP: Cap = {
  code: 'CAP',
  when: {},
  amount: '100.00',
  per: 'patient',
  window: { kind: 'calendar-year' },
  source: 'test',
};

function decide(caps: readonly Partial<Cap>[], consumptions: Consumption[], date = '2026-03-10') {
  const rows = reference(ruleset({ caps: caps.map((cap) => ({ ...CAP, ...cap })) }));
  const lines = [line({ date })];
  const receivedOn = '2026-12-31';
  return adjudicate(input({ reference: rows, consumptions, sheet: sheet({ lines, receivedOn }) }));
}

function paid(...rest: Parameters<typeof decide>) {
  return decide(...rest).totals?.benefit;
}

describe('cap', () => {
  it.each([
    [0, 7_200],
    [2_800, 7_200],
    [2_801, 7_199],
    [10_000, 0],
    [12_000, 0],
  ])('pays what %d used leaves of 100.00: %d', (amount, expected) => {
    const decision = decide([{}], [taken({ amount })]);
    expect(decision.totals).toMatchObject({ benefit: expected, overCap: 7_200 - expected });
    expect(decision.lines[0]?.outcome).toBe(expected === 7_200 ? 'approved' : 'reduced');
  });

  it.each([
    [{ kind: 'calendar-year' }, '2025-12-31', 7_200],
    [{ kind: 'calendar-year' }, '2026-01-01', 1_000],
    [{ kind: 'sliding-months', months: 24 }, '2024-03-10', 7_200],
    [{ kind: 'sliding-months', months: 24 }, '2024-03-11', 1_000],
    [{ kind: 'lifetime' }, '1990-01-01', 1_000],
  ] as [Window, string, number][])('%j sees what was paid on %s', (window, date, expected) => {
    expect(paid([{ window }], [taken({ date, amount: 9_000 })])).toBe(expected);
  });

  it('clamps a sliding window to the end of the month', () => {
    const window: Window = { kind: 'sliding-months', months: 1 };
    const on = (date: string) => [taken({ date, amount: 9_000 })];
    expect(paid([{ window }], on('2026-02-28'), '2026-03-31')).toBe(7_200);
    expect(paid([{ window }], on('2026-03-01'), '2026-03-31')).toBe(1_000);
  });

  it('is that of the patient, or of the family', () => {
    const ofChild = [taken({ patientRank: 1, amount: 9_000 })];
    const ofFamily = [taken({ patientRank: null, amount: 9_000 })];
    expect(paid([{ per: 'patient' }], ofChild)).toBe(7_200);
    expect(paid([{ per: 'family' }], ofFamily)).toBe(1_000);
    expect(decide([{ per: 'family' }], []).consumptions).toMatchObject([{ patientRank: null }]);
  });

  it('pays the least of several, and each moves by what was paid', () => {
    const caps = [{}, { code: 'SMALL', amount: '30.00' }, { code: 'WIDE', amount: '500.00' }];
    const decision = decide(caps, []);
    expect(decision.totals?.benefit).toBe(3_000);
    expect(decision.consumptions.map(({ cap, amount }) => [cap, amount])).toEqual([
      ['CAP', 3_000],
      ['SMALL', 3_000],
      ['WIDE', 3_000],
    ]);
    expect(decision.lines[0]?.reasons).toEqual([
      {
        code: 'cap-reached',
        facts: {
          row: 'SMALL',
          capAmount: '30.00',
          used: '0.00',
          remaining: '30.00',
          benefit: '72.00',
        },
      },
    ]);
  });

  it('takes nothing for a line that is paid nothing', () => {
    const decision = decide([{}], [taken({ amount: 10_000 })]);
    expect(decision.consumptions).toEqual([]);
    expect(decision.history).toMatchObject([{ paidUnits: 0, benefit: 0 }]);
  });

  it('serves the lines of a sheet in canonical order', () => {
    const rows = reference(ruleset({ caps: [CAP] }));
    const lines = [line({ unitPrice: 8_000 }), line({ number: 2, code: 'CS', unitPrice: 9_000 })];
    const decision = adjudicate(input({ reference: rows, sheet: sheet({ lines }) }));
    expect(decision.lines.map(({ amounts }) => amounts?.benefit)).toEqual([1_900, 8_100]);
  });
});
