import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Centimes, centimes, formatAmount } from '../money/centimes.ts';
import { parseRate, type Rate } from '../money/rate.ts';
import type { Category } from '../nomenclature/category.ts';
import { compileCondition, type Predicate } from './compiled-condition.ts';
import { type ConditionTable, compileTable } from './condition-table.ts';
import type {
  AgeLimit,
  Cap,
  CoverageRow,
  Demand,
  FilingLimit,
  Hold,
  LineCondition,
  PrescriptionDemand,
  RenewalInterval,
  RulesetVersion,
  SessionTerms,
  UnitLimit,
} from './ruleset.ts';
import { assertRuleset } from './ruleset-check.ts';

/** A row's code and where it comes from, as the steps of an explanation cite them. */
export interface RowText {
  readonly code: string;
  readonly source: string;
}

export interface CompiledCoverageRow extends RowText {
  readonly rate: Rate;
}

export interface CompiledCap extends Omit<Cap, 'amount' | 'when'> {
  readonly amount: Centimes;
  /** As explanations name it. */
  readonly amountText: string;
}

export interface CompiledDemand extends Omit<Demand, 'fromAmount' | 'when'> {
  /** Asked from this eligible amount upwards; null is always. */
  readonly fromAmount: Centimes | null;
}

export interface CompiledSession extends RowText {
  readonly technical: ReadonlySet<Category>;
  readonly consultation: ReadonlySet<Category>;
  /** Both: what a session may hold. */
  readonly members: ReadonlySet<Category>;
  /** At least one; the last counts for all that follow. */
  readonly percentages: readonly Rate[];
}

export type CompiledHold = RowText & {
  /** Some line of the sheet must satisfy it; null: no matter which lines. */
  readonly matches: Predicate | null;
} & (
    | { readonly kind: 'amount'; readonly threshold: Centimes }
    | { readonly kind: 'category'; readonly categories: ReadonlySet<Category> }
    | { readonly kind: 'sample'; readonly share: Rate }
  );

/** A ruleset in integers and closures: compiled once, asked millions of times. */
export interface CompiledRuleset {
  /** "AMO-90-100@1" */
  readonly id: string;
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate | null;
  readonly tariffGrid: string;
  readonly coverage: ConditionTable<CompiledCoverageRow>;
  readonly exclusions: ConditionTable<RowText>;
  readonly filingLimits: readonly FilingLimit[];
  readonly ageLimits: readonly AgeLimit[];
  readonly prescriptions: ConditionTable<PrescriptionDemand>;
  readonly session: CompiledSession | null;
  readonly unitLimits: ConditionTable<UnitLimit>;
  readonly renewalIntervals: ConditionTable<RenewalInterval>;
  readonly caps: ConditionTable<CompiledCap>;
  /** Rows by their code: what a line that was decided counted under. */
  readonly unitLimitOf: ReadonlyMap<string, UnitLimit>;
  readonly renewalIntervalOf: ReadonlyMap<string, RenewalInterval>;
  readonly capOf: ReadonlyMap<string, CompiledCap>;
  readonly authorizations: ConditionTable<CompiledDemand>;
  readonly attachments: ConditionTable<CompiledDemand>;
  readonly holds: readonly CompiledHold[];
}

/** Compiles a version; throws a RangeError that names the row when a figure is malformed. */
export function compileRuleset({ version, document }: RulesetVersion): CompiledRuleset {
  assertRuleset(document);
  const caps = document.caps.map((row) => {
    const amount = amountOf(row, row.amount);
    return { ...row, amount, amountText: formatAmount(amount) };
  });
  return {
    id: `${document.code}@${version}`,
    effectiveFrom: document.effectiveFrom,
    effectiveTo: document.effectiveTo,
    tariffGrid: document.tariffGrid,
    coverage: compileTable(document.coverage, compileCoverageRow),
    exclusions: compileTable(document.exclusions, (row) => row),
    filingLimits: document.filingLimits,
    ageLimits: document.ageLimits,
    prescriptions: compileTable(document.prescriptions, (row) => row),
    session: document.session && compileSession(document.session),
    unitLimits: compileTable(document.unitLimits, (row) => row),
    renewalIntervals: compileTable(document.renewalIntervals, (row) => row),
    caps: compileTable(caps, (row): CompiledCap => row),
    unitLimitOf: byCode(document.unitLimits),
    renewalIntervalOf: byCode(document.renewalIntervals),
    capOf: byCode<CompiledCap>(caps),
    authorizations: compileTable(document.authorizations, compileDemand),
    attachments: compileTable(document.attachments, compileDemand),
    holds: document.holds.map(compileHold),
  };
}

function amountOf(row: RowText, text: string): Centimes {
  try {
    return centimes(text);
  } catch (cause) {
    throw new RangeError(`row ${row.code}: ${text} is not an amount`, { cause });
  }
}

function rateOf(row: RowText, text: string): Rate {
  const rate = parseRate(text);
  if (rate === undefined) throw new RangeError(`row ${row.code}: ${text} is not a rate of 0 to 1`);
  return rate;
}

function byCode<Row extends RowText>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.code, row]));
}

function compileCoverageRow(row: CoverageRow): CompiledCoverageRow {
  return { code: row.code, source: row.source, rate: rateOf(row, row.rate) };
}

function compileDemand(row: Demand): CompiledDemand {
  const { when: _when, fromAmount, ...rest } = row;
  return { ...rest, fromAmount: fromAmount === undefined ? null : amountOf(row, fromAmount) };
}

function compileSession(terms: SessionTerms): CompiledSession {
  return {
    code: terms.code,
    source: terms.source,
    technical: new Set(terms.technicalCategories),
    consultation: new Set(terms.consultationCategories),
    members: new Set([...terms.technicalCategories, ...terms.consultationCategories]),
    percentages: terms.percentages.map((text) => rateOf(terms, text)),
  };
}

function compileHold(hold: Hold): CompiledHold {
  const { code, source, when } = hold;
  const text = { code, source, matches: when === undefined ? null : compileWhole(when) };
  switch (hold.kind) {
    case 'amount':
      return { ...text, kind: hold.kind, threshold: amountOf(hold, hold.threshold) };
    case 'category':
      return { ...text, kind: hold.kind, categories: new Set(hold.categories) };
    case 'sample':
      return { ...text, kind: hold.kind, share: rateOf(hold, hold.share) };
  }
}

/** A condition outside a table, where nothing is indexed by category. */
function compileWhole(when: LineCondition): Predicate {
  const matches = compileCondition(when);
  if (when.categories === undefined) return matches;
  const categories = new Set(when.categories);
  return (subject) => categories.has(subject.category) && matches(subject);
}
