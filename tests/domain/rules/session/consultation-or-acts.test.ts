import { describe, expect, it } from 'vitest';
import type { PastLine } from '#domain/accumulator/history.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { past } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset, SESSION } from '#tests/domain/builders/reference-builder.ts';

const SESSIONS = reference(ruleset({ session: SESSION }));

function decide(acts: readonly (readonly [string, number])[], history: PastLine[] = []) {
  const lines = acts.map(([code, unitPrice], i) => line({ number: i + 1, code, unitPrice }));
  const decision = adjudicate(input({ reference: SESSIONS, history, sheet: sheet({ lines }) }));
  return decision.lines.map(({ amounts, reasons }) => [
    amounts?.eligible,
    ...reasons.map(({ code }) => code),
  ]);
}

describe('consultation or acts', () => {
  it('pays the acts when they are dearer', () => {
    expect(
      decide([
        ['C', 8_000],
        ['KC20', 8_001],
      ]),
    ).toEqual([[0, 'acts-paid-instead'], [8_001]]);
  });

  it('pays the acts when equal', () => {
    expect(
      decide([
        ['C', 8_000],
        ['KC20', 8_000],
      ]),
    ).toEqual([[0, 'acts-paid-instead'], [8_000]]);
  });

  it('pays the consultation when it is dearer', () => {
    expect(
      decide([
        ['C', 8_000],
        ['KC20', 7_999],
      ]),
    ).toEqual([[8_000], [0, 'consultation-paid-instead']]);
  });

  it('compares with the acts together after their percentages', () => {
    expect(
      decide([
        ['C', 8_000],
        ['KC20', 6_000],
        ['KC30', 4_000],
      ]),
    ).toEqual([[0, 'acts-paid-instead'], [6_000], [2_000, 'session-reduction']]);
    expect(
      decide([
        ['C', 8_000],
        ['KC20', 6_000],
        ['KC30', 3_998],
      ]),
    ).toEqual([
      [8_000],
      [0, 'consultation-paid-instead'],
      [0, 'session-reduction', 'consultation-paid-instead'],
    ]);
  });

  it('takes every consultation from the loser, and none when the acts lose', () => {
    expect(
      decide([
        ['C', 8_000],
        ['CS', 15_000],
        ['KC20', 20_000],
      ]),
    ).toEqual([[0, 'acts-paid-instead'], [0, 'acts-paid-instead'], [20_000]]);
    expect(
      decide([
        ['C', 8_000],
        ['CS', 15_000],
        ['KC20', 10_000],
      ]),
    ).toEqual([[8_000], [15_000], [0, 'consultation-paid-instead']]);
  });

  it('pays two consultations where there is no act', () => {
    expect(
      decide([
        ['C', 8_000],
        ['CS', 15_000],
      ]),
    ).toEqual([[8_000], [15_000]]);
  });

  it('loses against acts that were decided before', () => {
    const act = past({
      code: 'KC20',
      category: 'specialist-act',
      sessionEligible: 45_000,
      allowedEligible: 45_000,
      eligible: 45_000,
    });
    expect(decide([['C', 8_000]], [act])).toEqual([[0, 'acts-paid-instead']]);
  });
});
