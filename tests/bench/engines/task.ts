import type { Setting } from '#domain/nomenclature/act.ts';
import { CATEGORIES, type Category } from '#domain/nomenclature/category.ts';

/** What every engine is asked: the rate of each line by a table, and what one cap leaves. */
export interface Task {
  readonly lines: readonly {
    readonly category: Category;
    readonly setting: Setting;
    /** Centimes. */
    readonly eligible: number;
  }[];
  /** Centimes of the cap that earlier care has used. */
  readonly used: number;
  /** What the sheet is paid: the same from every engine. */
  readonly benefit: number;
}

export interface CoverageEntry {
  readonly category: Category;
  readonly setting: Setting;
  /** Of 10,000. */
  readonly rate: number;
}

/** A row for each category and setting, none of them a rate of any law. */
export const COVERAGE: readonly CoverageEntry[] = CATEGORIES.flatMap((category, index) => [
  { category, setting: 'ambulatory' as const, rate: 5_000 + 250 * (index % 17) },
  { category, setting: 'stay' as const, rate: 9_000 + 50 * (index % 17) },
]);

/** Centimes that the cap allows in a year; about half of the sheets meet it. */
export const CAP_AMOUNT = 500_000;
