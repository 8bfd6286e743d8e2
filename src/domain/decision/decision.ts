import type { Consumption, PastLine } from '../accumulator/history.ts';
import type { Amounts } from '../money/amounts.ts';
import type { Centimes } from '../money/centimes.ts';
import type { Reason } from './reason.ts';
import type { StepRecord } from './step.ts';

export type LineOutcome = 'approved' | 'reduced' | 'denied' | 'pended';
export type SheetOutcome = 'approved' | 'partial' | 'rejected' | 'pended';

export interface LineDecision {
  readonly number: number;
  readonly outcome: LineOutcome;
  /** Provisional while the sheet is pended; null where a line could not be priced. */
  readonly amounts: Amounts | null;
  /** Reference amount for the units allowed; null where there is none. */
  readonly tariff: Centimes | null;
  readonly unitsAllowed: number;
  /** "AMO-90-100@1"; null when no ruleset could be found. */
  readonly ruleset: string | null;
  readonly reasons: readonly Reason[];
  readonly steps: readonly StepRecord[];
}

export interface Payee {
  readonly kind: 'provider' | 'insured';
  /** The INPE, or the insured's issuer and number ("CNSS:123456789"). */
  readonly key: string;
}

/** What is owed for a sheet, and why. Its stored content is the same bytes for the same input. */
export interface Decision {
  readonly outcome: SheetOutcome;
  readonly fund: string;
  /** null when the insured or the scheme is unknown. */
  readonly scheme: string | null;
  readonly payee: Payee;
  /** Of the sheet as a whole; those of lines are with the lines. */
  readonly reasons: readonly Reason[];
  /** null while pended with a line that has no amounts. */
  readonly totals: Amounts | null;
  readonly lines: readonly LineDecision[];
  /** Empty while pended: a held sheet moves nothing. */
  readonly consumptions: readonly Consumption[];
  readonly history: readonly PastLine[];
}

/** What was decided, without the steps that led there. */
export interface DecidedOutcome extends Pick<Decision, 'outcome' | 'reasons'> {
  readonly lines: readonly Pick<LineDecision, 'number' | 'outcome' | 'amounts' | 'reasons'>[];
}

/** What is stored of a decision itself; its history and consumptions have a row of their own. */
export type DecisionContent = Omit<Decision, 'consumptions' | 'history'>;
