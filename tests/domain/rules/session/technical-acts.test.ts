import { describe, expect, it } from 'vitest';
import type { PastLine } from '#domain/accumulator/history.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { past } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset, SESSION } from '#tests/domain/builders/reference-builder.ts';

const PRICES: Record<string, number> = { KC50: 112_500, KC30: 67_500, KC20: 45_000, B12: 1_375 };

function decide(codes: string[], history: PastLine[] = [], percentages = SESSION.percentages) {
  const lines = codes.map((code, i) => line({ number: i + 1, code, unitPrice: PRICES[code] ?? 0 }));
  const rows = reference(ruleset({ session: { ...SESSION, percentages } }));
  return adjudicate(input({ reference: rows, history, sheet: sheet({ lines }) }));
}

function eligibles(...rest: Parameters<typeof decide>) {
  return decide(...rest).lines.map(({ amounts }) => amounts?.eligible);
}

function pastAct(code: string, amount: number, rest: Partial<PastLine> = {}) {
  const amounts = { sessionEligible: amount, allowedEligible: amount, eligible: amount };
  return past({ code, category: 'specialist-act', ...amounts, ...rest });
}

describe('several technical acts in one session', () => {
  it('pays the first in full, the second by half, the others not', () => {
    expect(eligibles(['KC20', 'KC50', 'KC30'])).toEqual([0, 112_500, 33_750]);
  });

  it('leaves other categories alone', () => {
    expect(eligibles(['KC50', 'B12'])).toEqual([112_500, 1_375]);
  });

  it('takes the percentages of the ruleset, the last for all that follow', () => {
    expect(eligibles(['KC50', 'KC30', 'KC20'], [], ['1.00', '0.75'])).toEqual([
      112_500, 50_625, 33_750,
    ]);
    expect(eligibles(['KC50'], [], ['0.80'])).toEqual([90_000]);
  });

  it('calls a line that is reduced to nothing reduced, and its amount excess', () => {
    const decided = decide(['KC20', 'KC50', 'KC30']);
    expect(decided.outcome).toBe('partial');
    expect(decided.lines[0]).toMatchObject({
      outcome: 'reduced',
      amounts: { eligible: 0, excess: 45_000, disallowed: 0 },
      reasons: [{ code: 'session-reduction', facts: { rank: '3', percentage: '0 %' } }],
    });
  });

  it('ranks with what was decided before on the same day', () => {
    expect(eligibles(['KC30'], [pastAct('KC50', 112_500)])).toEqual([33_750]);
    expect(eligibles(['KC30'], [pastAct('KC50', 112_500, { provider: '900000002' })])).toEqual([
      67_500,
    ]);
    expect(eligibles(['KC30'], [pastAct('KC50', 112_500, { date: '2026-03-09' })])).toEqual([
      67_500,
    ]);
    expect(eligibles(['KC30'], [pastAct('KC50', 112_500, { patientRank: 1 })])).toEqual([67_500]);
  });

  it('ranks after a line that was paid nothing, which is part of the session too', () => {
    const second = pastAct('KC30', 67_500, { eligible: 33_750 });
    const third = pastAct('KC20', 45_000, { eligible: 0, benefit: 0, paidUnits: 0 });
    const history = [pastAct('KC50', 112_500), second, third];
    expect(eligibles(['KC20'], history, ['1.00', '0.50', '0.00', '0.25'])).toEqual([11_250]);
  });

  it('ranks equal amounts by code', () => {
    expect(eligibles(['KC50', 'KC30'])).toEqual([112_500, 33_750]);
  });

  it('does not rank a line without a unit', () => {
    const rows = reference(
      ruleset({
        session: SESSION,
        unitLimits: [
          {
            code: 'NONE',
            when: { acts: ['KC50'] },
            maxUnits: 0,
            window: { kind: 'lifetime' },
            source: 'test',
          },
        ],
      }),
    );
    const lines = [line({ code: 'KC50' }), line({ number: 2, code: 'KC30', unitPrice: 67_500 })];
    const decided = adjudicate(input({ reference: rows, sheet: sheet({ lines }) }));
    expect(decided.lines.map(({ amounts }) => amounts?.eligible)).toEqual([0, 67_500]);
  });

  it('does not rank a line that is not covered', () => {
    const rows = reference(
      ruleset({
        session: SESSION,
        coverage: [{ code: 'K', when: { acts: ['KC30'] }, rate: '1.00', source: 'test' }],
      }),
    );
    const lines = [line({ code: 'KC50' }), line({ number: 2, code: 'KC30', unitPrice: 67_500 })];
    const decided = adjudicate(input({ reference: rows, sheet: sheet({ lines }) }));
    expect(decided.lines.map(({ amounts }) => amounts?.benefit)).toEqual([0, 67_500]);
  });
});
