import type { Consumption, PastLine } from '#domain/accumulator/history.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compileReference } from '#domain/coverage/compiled-reference.ts';
import type { Decision } from '#domain/decision/decision.ts';
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
export function decideDay(rules: RulesChoice, count: number, faultyShare: number): Decision[] {
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
