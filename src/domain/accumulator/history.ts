import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Centimes } from '../money/centimes.ts';
import type { Category } from '../nomenclature/category.ts';

/**
 * A line of a final decision of the family: what duplicates, limits, intervals and sessions
 * look at. Lines that were paid nothing are kept too: they are part of a session. Denied lines
 * are not kept: nothing looks at them.
 */
export interface PastLine {
  readonly sheetNumber: string;
  readonly lineNumber: number;
  readonly patientRank: number;
  readonly provider: string;
  readonly date: CalendarDate;
  readonly code: string;
  readonly category: Category;
  /** Units that the limits allowed. */
  readonly units: number;
  /** Those units, or 0 when the line was paid nothing: then it used none. */
  readonly paidUnits: number;
  /** Eligible of the units declared, before limits and session: it orders the lines of a day. */
  readonly sessionEligible: Centimes;
  /** Eligible of the units allowed, before the session reduction: what a session compares. */
  readonly allowedEligible: Centimes;
  readonly eligible: Centimes;
  readonly benefit: Centimes;
  /** The rows (unit limits, renewal intervals) that the line counted under. */
  readonly countedUnder: readonly string[];
}

/** What one line took from one cap. */
export interface Consumption {
  /** The ruleset's row, "CAP-DENTAL-PROSTHESIS". */
  readonly cap: string;
  /** The patient's rank, or null for a cap of the family. */
  readonly patientRank: number | null;
  readonly sheetNumber: string;
  readonly lineNumber: number;
  readonly date: CalendarDate;
  readonly code: string;
  readonly sessionEligible: Centimes;
  readonly amount: Centimes;
}
