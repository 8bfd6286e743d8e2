import { Decimal } from 'decimal.js';

/** One line of a sheet, in dirhams, as the model is told of it. */
export interface ModelLine {
  readonly number: number;
  readonly code: string;
  readonly date: string;
  readonly kind: 'technical' | 'consultation' | 'other';
  readonly quantity: number;
  readonly price: string;
  /** Coefficient and value of the key letter; a package is 1 x its price. */
  readonly coefficient: string;
  readonly value: string;
}

export interface ModelRules {
  readonly rate: string;
  readonly percentages: readonly string[];
  /** Units allowed for one act in all; a code without a limit is absent. */
  readonly maxUnits: ReadonlyMap<string, number>;
  /** Of everything, for ever. */
  readonly capAmount: string;
}

export interface ModelAmounts {
  submitted: Decimal;
  eligible: Decimal;
  benefit: Decimal;
  copay: Decimal;
  overCap: Decimal;
  excess: Decimal;
  disallowed: Decimal;
}

interface Work {
  readonly line: ModelLine;
  readonly unitTariff: Decimal;
  readonly rank: Decimal;
  units: number;
  eligible: Decimal;
  benefit: Decimal;
  overCap: Decimal;
}

/**
 * An independent reading of the meaning, in decimals and in the most literal way: it shares no
 * code with the engine. Acts of one provider and one patient; no history; a limit is of one act,
 * so that a line paid nothing (which the callers avoid) is its only subtlety.
 */
export function modelAmounts(
  lines: readonly ModelLine[],
  rules: ModelRules,
): Map<number, ModelAmounts> {
  const works = lines.map(price).sort(order);
  const used = new Map<string, number>();
  let paid = new Decimal(0);
  for (const date of [...new Set(works.map(({ line }) => line.date))].sort()) {
    const day = works.filter(({ line }) => line.date === date);
    for (const work of day) limit(work, rules, used);
    session(
      day.filter(({ units }) => units > 0),
      rules,
    );
    for (const work of day) {
      const benefit = round(work.eligible.times(rules.rate));
      const remaining = Decimal.max(0, new Decimal(rules.capAmount).minus(paid));
      work.benefit = Decimal.min(benefit, remaining);
      work.overCap = benefit.minus(work.benefit);
      paid = paid.plus(work.benefit);
    }
  }
  return new Map(works.map((work) => [work.line.number, amounts(work)]));
}

function round(value: Decimal): Decimal {
  return value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

function price(line: ModelLine): Work {
  const unitTariff = round(new Decimal(line.coefficient).times(line.value));
  const units = line.kind === 'technical' ? 1 : line.quantity;
  const rank = Decimal.min(line.price, unitTariff).times(units);
  const zero = new Decimal(0);
  return { line, unitTariff, rank, units, eligible: zero, benefit: zero, overCap: zero };
}

function order(a: Work, b: Work): number {
  if (a.line.date !== b.line.date) return a.line.date < b.line.date ? -1 : 1;
  if (!a.rank.equals(b.rank)) return b.rank.comparedTo(a.rank);
  if (a.line.code !== b.line.code) return a.line.code < b.line.code ? -1 : 1;
  return a.line.number - b.line.number;
}

function limit(work: Work, { maxUnits }: ModelRules, used: Map<string, number>): void {
  const { code } = work.line;
  const max = maxUnits.get(code);
  if (max !== undefined) {
    const before = used.get(code) ?? 0;
    work.units = Math.min(work.units, Math.max(0, max - before));
    used.set(code, before + work.units);
  }
  work.eligible = Decimal.min(work.line.price, work.unitTariff).times(work.units);
}

function session(day: readonly Work[], { percentages }: ModelRules): void {
  const technical = day.filter(({ line }) => line.kind === 'technical');
  for (const [i, work] of technical.entries()) {
    const percentage = percentages[Math.min(i, percentages.length - 1)]!;
    work.eligible = round(work.eligible.times(percentage));
  }
  const consultations = day.filter(({ line }) => line.kind === 'consultation');
  if (technical.length === 0 || consultations.length === 0) return;
  const acts = technical.reduce((sum, { eligible }) => sum.plus(eligible), new Decimal(0));
  const dearest = Decimal.max(...consultations.map(({ eligible }) => eligible));
  for (const work of acts.gte(dearest) ? consultations : technical) work.eligible = new Decimal(0);
}

function amounts({ line, units, eligible, benefit, overCap }: Work): ModelAmounts {
  const submitted = new Decimal(line.price).times(line.quantity);
  const allowed = new Decimal(line.price).times(units);
  return {
    submitted,
    eligible,
    benefit,
    copay: eligible.minus(benefit).minus(overCap),
    overCap,
    excess: allowed.minus(eligible),
    disallowed: submitted.minus(allowed),
  };
}
