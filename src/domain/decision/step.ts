import type { Centimes } from '../money/centimes.ts';

/** A heading under which a submitted centime stands; all start under `submitted`. */
export type Heading = 'submitted' | 'benefit' | 'copay' | 'overCap' | 'excess' | 'disallowed';

/** An amount that a rule moved from one heading to another. */
export interface Movement {
  readonly from: Heading;
  readonly to: Heading;
  /** Above 0. */
  readonly amount: Centimes;
}

/** One step of the explanation: which rule, what it looked at, what it moved. */
export interface Step {
  /** The rule's code, "cost-sharing/rate". */
  readonly rule: string;
  /** The row of the ruleset, tariff or referential that it applied, where there is one. */
  readonly row?: string;
  /** The legal or published source of that row. */
  readonly source?: string;
  /** What it looked at: tariff row, rate, accumulator before and after, dates. */
  readonly looked?: Readonly<Record<string, string>>;
  readonly movements?: readonly Movement[];
  /** The code of the reason that it gave. */
  readonly reason?: string;
}
