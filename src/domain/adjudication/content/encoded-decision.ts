import type { DecisionContent, LineDecision, Payee } from '../../decision/decision.ts';
import type { Reason } from '../../decision/reason.ts';
import type { Figures } from '../../decision/step.ts';

export type EncodedShape = [
  rule: string,
  source: string | null,
  looked: string[] | null,
  ...moves: string[],
];

export type EncodedCitation = [shape: number, row: string | null, ...texts: string[]];

export type EncodedStep = [citation: number, figures?: Figures, reason?: number];

export type EncodedAmounts = [number, number, number, number, number, number, number] | null;

export type EncodedReason = [code: string, facts: Reason['facts']];

export type EncodedLine = [
  number: number,
  ruleset: number | null,
  outcome: LineDecision['outcome'],
  tariff: number | null,
  unitsAllowed: number,
  amounts: EncodedAmounts,
  reasons: EncodedReason[],
];

/** The first line that `encodeDecision` writes, and the second. */
export type EncodedOutcome = [
  form: 3,
  outcome: DecisionContent['outcome'],
  reasons: EncodedReason[],
  rulesets: string[],
  lines: EncodedLine[],
  totals: EncodedAmounts,
];
export type EncodedGrounds = [
  shapes: EncodedShape[],
  citations: EncodedCitation[],
  fund: string,
  scheme: string | null,
  payeeKind: Payee['kind'],
  payeeKey: string,
  ...steps: EncodedStep[][],
];

/** As decisions were stored before that: one list, each line with its steps behind it. */
export type EncodedInOne = [
  form: 2,
  shapes: EncodedShape[],
  citations: EncodedCitation[],
  rulesets: string[],
  lines: EncodedLineInOne[],
  outcome: DecisionContent['outcome'],
  fund: string,
  scheme: string | null,
  payeeKind: Payee['kind'],
  payeeKey: string,
  totals: EncodedAmounts,
  reasons: EncodedReason[],
];
export type EncodedLineInOne = [...EncodedLine, ...steps: EncodedStep[]];
