import type { Consumption } from '#domain/accumulator/history.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { type CompiledReference, compileReference } from '#domain/coverage/compiled-reference.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import type { Decision } from '#domain/decision/decision.ts';
import type { DecisionInput } from '#domain/decision/decision-input.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { loadRuleset } from '#fixtures/load-rulesets.ts';
import { toCareSheet } from '#src/intake/to-care-sheet.ts';
import type { Seeded } from '../world/seed-database.ts';
import { CAP_AMOUNT, COVERAGE, type Task } from './task.ts';

/** A sheet as our engine gets it, and the part of its decision that other engines can make. */
export interface Case {
  readonly input: DecisionInput;
  readonly task: Task;
}

const CASES = 1_000;
const CAP = 'CAP-BENCH';

/**
 * Sheets whose lines are all payable, under the coverage table and the cap of the bench; all other
 * rules of the product run over them too. `shipped` has the same sheets under the shipped rules.
 */
export function makeCases(seeded: Seeded): { table: Case[]; shipped: DecisionInput[] } {
  const { stock, day, reference } = seeded;
  const tableRules = compile(seeded, benchRuleset());
  const shippedRules = compileReference(reference);
  const parties = partiesOf(seeded);
  const table: Case[] = [];
  const shipped: DecisionInput[] = [];
  for (const [index, sample] of stock.samples.entries()) {
    const sheet = toCareSheet(sample, day);
    const input = { sheet, ...parties(sheet), history: [], consumptions: [] };
    const withUse = { ...input, consumptions: [useOfCap(input, index)], reference: tableRules };
    const task = toTask(withUse, adjudicate(withUse));
    if (task === undefined) continue;
    table.push({ input: withUse, task });
    shipped.push({ ...input, reference: shippedRules });
    if (table.length === CASES) return { table, shipped };
  }
  throw new RangeError('the stock has too few payable sheets');
}

function compile({ reference }: Seeded, document: RulesetDocument): CompiledReference {
  return compileReference({ ...reference, rulesets: [{ version: 1, document }] });
}

/** The shipped rules with another coverage table, one cap, and no sheet held for a sample. */
function benchRuleset(): RulesetDocument {
  return {
    ...loadRuleset('AMO-90-100'),
    coverage: COVERAGE.map(({ category, setting, rate }, index) => ({
      code: `ROW-${index}`,
      when: { categories: [category], settings: [setting] },
      rate: (rate / 10_000).toFixed(4),
      source: 'bench',
    })),
    caps: [
      {
        ...{ code: CAP, when: {}, amount: formatAmount(CAP_AMOUNT), per: 'patient' },
        ...{ window: { kind: 'lifetime' }, source: 'bench' },
      },
    ],
    holds: [],
  };
}

function partiesOf({ world }: Seeded) {
  const families = new Map(
    world.insured.map((each, id) => [`${each.issuer}:${each.number}`, { ...each, id }]),
  );
  const providers = new Map(world.providers.map((each) => [each.inpe, each]));
  return ({ insured, provider, prescriber }: DecisionInput['sheet']) => ({
    insured: families.get(`${insured.issuer}:${insured.number}`),
    provider: providers.get(provider),
    prescriber: prescriber === null ? undefined : providers.get(prescriber),
  });
}

/** All but a little, or half of the cap, in turn. */
function useOfCap({ sheet }: Pick<DecisionInput, 'sheet'>, index: number): Consumption {
  return {
    ...{ cap: CAP, patientRank: sheet.patient.rank, sheetNumber: 'EARLIER', lineNumber: 1 },
    ...{ date: '2025-01-02', code: 'C', sessionEligible: CAP_AMOUNT },
    amount: index % 2 === 0 ? CAP_AMOUNT - 2_000 : CAP_AMOUNT / 2,
  };
}

/** undefined where another rule of ours has reduced or denied something. */
function toTask({ sheet, consumptions, reference }: DecisionInput, decision: Decision) {
  const { totals, lines } = decision;
  if (totals === null || totals.disallowed > 0 || decision.outcome === 'pended') return undefined;
  const setting = sheet.stay === null ? ('ambulatory' as const) : ('stay' as const);
  const facts = lines.map(({ amounts }, index) => {
    const { code, kind, date } = sheet.lines[index] ?? { code: '', kind: 'act', date: '' };
    const category = kind === 'act' ? reference.act(code, date)?.category : 'medicine';
    return { category: category ?? 'medicine', setting, eligible: amounts?.eligible ?? 0 };
  });
  const used = consumptions.reduce((sum, { amount }) => sum + amount, 0);
  return { lines: facts, used, benefit: totals.benefit } satisfies Task;
}
