import type { Centimes } from '../money/centimes.ts';
import type { Citation } from './citation.ts';
import type { Move } from './move.ts';
import type { Reason } from './reason.ts';

/** What a step looked at where its citation has a form, then the amount of each of its moves. */
export type Figures = readonly (number | string)[];

export const NO_FIGURES: Figures = [];

/** One step of an explanation as it is made and kept; `tellStep` makes it text. */
export interface StepRecord {
  readonly cited: Citation;
  readonly figures: Figures;
  readonly reason: Reason | null;
}

/** An amount that a rule moved from one heading to another. */
export interface Movement extends Move {
  /** Above 0. */
  readonly amount: Centimes;
}

/** One step as it is read: which rule, what it looked at, what it moved. */
export interface Step {
  /** The rule's code, "cost-sharing/rate". */
  readonly rule: string;
  /** The row of the ruleset, tariff or referential that it applied, where there is one. */
  readonly row?: string;
  /** The legal or published source of that row. */
  readonly source?: string;
  /** What it looked at: tariff row, rate, accumulator before and after, dates. */
  readonly looked: Readonly<Record<string, string>>;
  readonly movements?: readonly Movement[];
  /** The code of the reason that it gave. */
  readonly reason?: string;
}
