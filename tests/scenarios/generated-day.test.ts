import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/decision/decision.ts';
import { isConserved } from '#domain/money/amounts.ts';
import { FAULTS } from '#fixtures/generator/faults/faults.ts';
import { decideDay } from './decide-day.ts';

function reasonCodes(decisions: readonly Decision[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { reasons, lines } of decisions) {
    const codes = [...reasons, ...lines.flatMap((line) => line.reasons)].map(({ code }) => code);
    for (const code of new Set(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

describe.each(['mission', 'statutory'] as const)('a generated day under %s rules', (rules) => {
  it('is decided without losing a centime', () => {
    for (const { totals, outcome, lines } of decideDay(rules, 1500, 0.15)) {
      expect(totals === null ? outcome === 'pended' : isConserved(totals)).toBe(true);
      for (const { amounts } of lines) expect(amounts === null || isConserved(amounts)).toBe(true);
    }
  });

  it('has nearly nothing wrong where nothing was meant to be', () => {
    const decisions = decideDay(rules, 1500, 0);
    const wrong = decisions.filter(({ outcome }) => outcome === 'rejected' || outcome === 'pended');
    expect([...reasonCodes(wrong)], 'reasons').toEqual(expect.anything());
    expect(wrong.length / decisions.length).toBeLessThan(0.03);
  });

  it('gives the reason that each fault is meant to give', () => {
    const codes = reasonCodes(decideDay(rules, Object.keys(FAULTS).length * 12, 1));
    const also: Record<string, string> = {
      'act-retired': 'act-unknown',
      'act-not-reimbursable': 'not-reimbursable',
    };
    for (const fault of Object.keys(FAULTS)) {
      if (fault === 'not-covered' && rules === 'mission') continue;
      expect([...codes.keys()], fault).toContain(also[fault] ?? fault);
    }
  });
});
