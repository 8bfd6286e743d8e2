import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compareText } from '#domain/calendar/compare-text.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { Decision, SheetOutcome } from '#domain/decision/decision.ts';
import type { DecisionInput } from '#domain/decision/decision-input.ts';
import type { Reason } from '#domain/decision/reason.ts';
import type { ReasonCode } from '#domain/decision/reason-codes.ts';

export const MISSING_KINDS = [
  'prescription',
  'authorization',
  'attachment',
  'tariff',
  'ruleset',
] as const;
export type MissingKind = (typeof MISSING_KINDS)[number];

/** Something that the decision will ask for; the amounts are as if it were there. */
export interface Missing {
  readonly kind: MissingKind;
  readonly line: number;
  readonly reason: Reason;
}

/** What the engine would decide, were the sheet sent now, and what it would wait for. */
export interface DecidedEstimate {
  readonly decision: Decision;
  readonly missing: readonly Missing[];
}

/** Runs the engine on a sheet that is not sent, as the next one to arrive. */
export function decideEstimate(input: DecisionInput): DecidedEstimate {
  const declared = adjudicate(input);
  const wanted = declared.reasons.filter(({ code }) => code === 'prescription-missing');
  const decision = wanted.length === 0 ? declared : adjudicate(prescribed(input));
  const missing = wanted.map((reason) => toMissing(reason, Number(reason.facts.line)));
  for (const { number, reasons } of decision.lines) {
    for (const reason of reasons) {
      if (KIND_OF.has(reason.code)) missing.push(toMissing(reason, number));
    }
  }
  return { decision: withoutDraw(decision), missing };
}

const KIND_OF: ReadonlyMap<string, MissingKind> = new Map<ReasonCode, MissingKind>([
  ['prescription-missing', 'prescription'],
  ['authorization-required', 'authorization'],
  ['attachment-required', 'attachment'],
  ['tariff-missing', 'tariff'],
  ['base-price-missing', 'tariff'],
  ['ruleset-missing', 'ruleset'],
]);

function toMissing(reason: Reason, line: number): Missing {
  return { kind: KIND_OF.get(reason.code) ?? 'prescription', line, reason };
}

/** As if the prescription were there by the first day of care: only its absence is told. */
function prescribed(input: DecisionInput): DecisionInput {
  const { sheet } = input;
  return { ...input, sheet: { ...sheet, prescription: { number: null, date: firstDay(sheet) } } };
}

function firstDay({ lines, receivedOn }: CareSheet): string {
  const [first] = lines.map(({ date }) => date).sort(compareText);
  return first ?? receivedOn;
}

/**
 * Whether a sheet is drawn for review is not told beforehand, or a sender would choose numbers that
 * are not.
 */
function withoutDraw(decision: Decision): Decision {
  const reasons = decision.reasons.filter(({ code }) => code !== 'review-sample');
  if (reasons.length === decision.reasons.length) return decision;
  return { ...decision, reasons, outcome: outcomeOf(decision, reasons) };
}

function outcomeOf({ lines }: Decision, reasons: readonly Reason[]): SheetOutcome {
  if (reasons.length > 0 || lines.some(({ outcome }) => outcome === 'pended')) return 'pended';
  return lines.every(({ outcome }) => outcome === 'approved') ? 'approved' : 'partial';
}
