import type { OrderKey } from '../accumulator/canonical-order.ts';
import type { PastLine } from '../accumulator/history.ts';
import type { CompiledSession } from '../coverage/compiled-ruleset.ts';
import type { Centimes } from '../money/centimes.ts';
import type { Category } from '../nomenclature/category.ts';
import type { LineSoFar } from './line-work.ts';

/** A line of a session: of this sheet (`own`), or of one decided before (`past`). */
export interface SessionLine extends OrderKey {
  readonly category: Category;
  /** Eligible of the units allowed, before the session. */
  readonly allowedEligible: Centimes;
  /** Eligible so far; only the engine writes it. */
  eligible: Centimes;
  readonly own: LineSoFar | null;
  readonly past: PastLine | null;
}

/** The acts of one patient with one provider on one day, on one sheet or several. */
export interface Session {
  readonly terms: CompiledSession;
  /** In canonical order. */
  readonly lines: readonly SessionLine[];
}
