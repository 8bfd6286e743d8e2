import type { Consumption } from '../accumulator/history.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CompiledCap, CompiledHold } from '../coverage/compiled-ruleset.ts';
import type { UnitLimit } from '../coverage/ruleset.ts';
import type { Centimes } from '../money/centimes.ts';
import type { Act } from '../nomenclature/act.ts';
import type { Medicine } from '../nomenclature/medicine.ts';
import type { Citation } from './citation.ts';
import type { Finding } from './finding.ts';
import type { LineSoFar } from './line-work.ts';
import type { Session, SessionLine } from './session.ts';
import type { KnownSheet, SheetFacts } from './sheet-facts.ts';
import type { Figures, StepRecord } from './step.ts';

/** What every rule says of itself. */
export interface RuleText {
  /** "stage/rule", as steps cite it. */
  readonly code: string;
  readonly title: string;
  /** Where the rule comes from. */
  readonly reference: string;
}

/** A. A fact of the sheet: one refusal refuses every line. */
export interface SheetRule extends RuleText {
  check(sheet: SheetFacts): readonly Finding[];
}

/** B. A fact of one line. */
export interface LineRule extends RuleText {
  /** False for what it can never say anything of, whatever the sheet: asked once and kept. */
  concerns?(entry: Act | Medicine): boolean;
  check(line: LineSoFar, sheet: KnownSheet): Finding | null;
}

/** The reference amount of one unit, and the row that gave it. */
export interface UnitPrice {
  readonly amount: Centimes;
  readonly cited: Citation;
  readonly figures: Figures;
}

/** C. Prices a line, or says what is missing; null when the line is not of its kind. */
export interface PricingRule extends RuleText {
  price(line: LineSoFar, sheet: KnownSheet): UnitPrice | Finding | null;
}

/** What was used before a line, of this sheet and of those decided before. */
export interface Usage {
  unitsBefore(line: LineSoFar, row: UnitLimit): number;
  lastPaidBefore(line: LineSoFar, rowCode: string): CalendarDate | null;
  benefitBefore(line: LineSoFar, cap: CompiledCap): Centimes;
}

/** Units that a limit leaves to a line; the engine adds what the others were submitted for. */
export interface Allowance extends StepRecord {
  readonly units: number;
  /** The row under which the units will be counted, if they are. */
  readonly countsUnder: string | null;
}

/** D. Limits the units of a line; one allowance for each row that it looked at. */
export interface LimitRule extends RuleText {
  limit(line: LineSoFar, usage: Usage): readonly Allowance[];
}

/** D and F. Moves amounts of one line. */
export interface AmountRule extends RuleText {
  apply(line: LineSoFar): StepRecord;
}

/** A line's eligible amount after a rule of the session; the engine adds what it is less. */
export interface SessionShare extends StepRecord {
  readonly line: SessionLine;
  readonly eligible: Centimes;
}

/** E. Chooses between the acts of one session; only lines that it looked at are answered. */
export interface SessionRule extends RuleText {
  share(session: Session): readonly SessionShare[];
}

/** G. Caps the benefit of a line; one step for each of the caps that it counts in. */
export interface CapRule extends RuleText {
  cap(line: LineSoFar, caps: readonly CompiledCap[], usage: Usage): readonly StepRecord[];
}

/** H. A sheet with its amounts, before its outcome. */
export interface DecidedSheet {
  readonly facts: KnownSheet;
  /** Lines that were neither denied nor left without price, in canonical order. */
  readonly ordered: readonly LineSoFar[];
  readonly consumptions: readonly Consumption[];
  readonly sessions: readonly Session[];
}

/** H. Whether the sheet would change a line that is decided. */
export interface LateRule extends RuleText {
  check(decided: DecidedSheet): readonly Finding[];
}

/** H. Whether a row of the ruleset holds the sheet for a person. */
export interface HoldRule extends RuleText {
  check(sheet: SheetFacts, hold: CompiledHold): Finding | null;
}
