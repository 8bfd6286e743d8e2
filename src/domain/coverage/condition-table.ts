import { CATEGORIES, type Category } from '../nomenclature/category.ts';
import { type ConditionSubject, compileCondition, type Predicate } from './compiled-condition.ts';
import type { LineCondition } from './ruleset.ts';

/** Rows of a ruleset with their conditions, in the ruleset's order. */
export interface ConditionTable<Row> {
  /** The first row that matches. */
  first(subject: ConditionSubject): Row | undefined;
  /** Every row that matches. */
  every(subject: ConditionSubject): readonly Row[];
}

interface Entry<Row> {
  readonly matches: Predicate;
  readonly row: Row;
  /** The answer when no other row matches, so that it is made once. */
  readonly alone: readonly Row[];
}

const NO_ROWS: readonly never[] = [];

const NO_TABLE: ConditionTable<never> = { first: () => undefined, every: () => NO_ROWS };

/** Indexes rows by category: a line then asks only the rows that speak of its category. */
export function compileTable<Source extends { readonly when: LineCondition }, Row>(
  sources: readonly Source[],
  compileRow: (source: Source) => Row,
): ConditionTable<Row> {
  if (sources.length === 0) return NO_TABLE;
  const byCategory = new Map<Category, Entry<Row>[]>();
  for (const source of sources) {
    const row = compileRow(source);
    const entry = { matches: compileCondition(source.when), row, alone: [row] };
    for (const category of source.when.categories ?? CATEGORIES) {
      const entries = byCategory.get(category);
      if (entries === undefined) byCategory.set(category, [entry]);
      else entries.push(entry);
    }
  }
  return {
    first: (subject) => firstMatch(byCategory.get(subject.category), subject),
    every: (subject) => everyMatch(byCategory.get(subject.category), subject),
  };
}

function firstMatch<Row>(
  entries: readonly Entry<Row>[] | undefined,
  subject: ConditionSubject,
): Row | undefined {
  if (entries === undefined) return undefined;
  for (const entry of entries) if (entry.matches(subject)) return entry.row;
  return undefined;
}

function everyMatch<Row>(
  entries: readonly Entry<Row>[] | undefined,
  subject: ConditionSubject,
): readonly Row[] {
  if (entries === undefined) return NO_ROWS;
  let only: Entry<Row> | undefined;
  let rows: Row[] | undefined;
  for (const entry of entries) {
    if (!entry.matches(subject)) continue;
    if (rows !== undefined) rows.push(entry.row);
    else if (only !== undefined) rows = [only.row, entry.row];
    else only = entry;
  }
  return rows ?? only?.alone ?? NO_ROWS;
}
