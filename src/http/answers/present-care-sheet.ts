import type { CareSheetRecord, DecisionRecord } from '#db/reads/care-sheet.ts';
import type { LineItem } from '#domain/care-sheet/care-sheet.ts';
import type { LineDecision } from '#domain/decision/decision.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { formatCoefficient } from '#domain/money/coefficient.ts';
import { toAmounts } from '../schemas/amounts.ts';
import type { CareSheetAnswer } from '../schemas/care-sheet.ts';
import type { TellReason } from '../tell-reasons.ts';

interface View {
  readonly tell: TellReason;
  /** False for roles that may not see what a patient suffers from. */
  readonly withDiagnosis: boolean;
}

/** A care sheet with its decision, as a caller may see it. */
export function presentCareSheet(record: CareSheetRecord, view: View): CareSheetAnswer {
  const { sheet, decision } = record;
  const { lines, ...submitted } = sheet;
  return {
    ...{ id: record.id, submitter: record.submitter },
    status: record.status as CareSheetAnswer['status'],
    statusSince: record.statusSince.toISOString(),
    receivedAt: record.receivedAt.toISOString(),
    ...submitted,
    lines: lines.map((line) => presentLine(line, view)),
    decision: decision === null ? null : presentDecision(decision, view.tell),
    settlementBatch: record.batchNumber,
    paymentHold: presentHold(record, view.tell),
    links: careSheetLinks(record.id),
  };
}

export function careSheetLinks(id: number): { self: string; explanation: string } {
  return { self: `/v1/care-sheets/${id}`, explanation: `/v1/care-sheets/${id}/explanation` };
}

function presentLine(line: LineItem, view: View): CareSheetAnswer['lines'][number] {
  const { diagnosis, coefficient, unitPrice, ...declared } = line;
  return {
    ...declared,
    coefficient: coefficient === null ? null : formatCoefficient(coefficient),
    unitPrice: formatAmount(unitPrice),
    ...(view.withDiagnosis ? { diagnosis } : {}),
  };
}

function presentDecision(record: DecisionRecord, tell: TellReason): CareSheetAnswer['decision'] {
  const { content } = record;
  return {
    revision: record.revision,
    outcome: content.outcome,
    decidedAt: record.decidedAt.toISOString(),
    decidedOn: record.decidedOn,
    scheme: content.scheme,
    payee: { kind: content.payee.kind, key: content.payee.key },
    totals: content.totals === null ? null : toAmounts(content.totals),
    reasons: content.reasons.map(tell),
    lines: content.lines.map((line) => presentLineDecision(line, tell)),
  };
}

function presentLineDecision(line: LineDecision, tell: TellReason) {
  return {
    number: line.number,
    outcome: line.outcome,
    unitsAllowed: line.unitsAllowed,
    tariff: line.tariff === null ? null : formatAmount(line.tariff),
    amounts: line.amounts === null ? null : toAmounts(line.amounts),
    ruleset: line.ruleset,
    reasons: line.reasons.map(tell),
  };
}

function presentHold({ paymentHold, decision }: CareSheetRecord, tell: TellReason) {
  if (paymentHold === null) return null;
  const payee = decision?.content.payee.key ?? '';
  return tell({ code: paymentHold, facts: { payee } });
}
