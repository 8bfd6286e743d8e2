import { describe, expect, it } from 'vitest';
import type { Consumption, PastLine } from '#domain/accumulator/history.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compileReference } from '#domain/coverage/compiled-reference.ts';
import type { Decision } from '#domain/decision/decision.ts';
import { isConserved } from '#domain/money/amounts.ts';
import { FAULTS } from '#fixtures/generator/faults/faults.ts';
import { generateSheets } from '#fixtures/generator/generate-sheets.ts';
import { generateWorld } from '#fixtures/generator/generate-world.ts';
import { loadReference } from '#fixtures/load-reference.ts';
import { loadRulesets, type RulesChoice } from '#fixtures/load-rulesets.ts';
import { toCareSheet } from '#src/intake/to-care-sheet.ts';

const day = '2026-11-20';
const world = generateWorld({ seed: 11, insuredCount: 900, day });
const families = new Map(
  world.insured.map((each, id) => [`${each.issuer}:${each.number}`, { ...each, id }]),
);
const providers = new Map(world.providers.map((each) => [each.inpe, each]));

/** Decides a generated day in its order, folding what each decision leaves behind. */
function decideDay(rules: RulesChoice, count: number, faultyShare: number): Decision[] {
  const rulesets = loadRulesets(rules).map((document) => ({ version: 1, document }));
  const rows = { ...loadReference(), rulesets };
  const reference = compileReference(rows);
  const pasts = new Map<string, { history: PastLine[]; consumptions: Consumption[] }>();
  const options = { world, seed: 21, count, day, reference: rows, medicines: rows.medicines };
  return [...generateSheets({ ...options, faultyShare })].map((submission) => {
    const sheet = toCareSheet(submission, day);
    const key = `${sheet.insured.issuer}:${sheet.insured.number}`;
    const past = pasts.get(key) ?? { history: [], consumptions: [] };
    pasts.set(key, past);
    const decision = adjudicate({
      sheet,
      insured: families.get(key),
      provider: providers.get(sheet.provider),
      prescriber: providers.get(sheet.prescriber ?? ''),
      ...structuredClone(past),
      reference,
    });
    past.history.push(...decision.history);
    past.consumptions.push(...decision.consumptions);
    return decision;
  });
}

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
