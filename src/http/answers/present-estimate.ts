import type { CareSheet, LineItem } from '#domain/care-sheet/care-sheet.ts';
import type { LineDecision } from '#domain/decision/decision.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import type { Step } from '#domain/decision/step.ts';
import type { Amounts } from '#domain/money/amounts.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { cap } from '#domain/rules/cost-sharing/cap.ts';
import { unitLimit } from '#domain/rules/limits/unit-limit.ts';
import type { DecidedEstimate } from '#src/pipeline/estimate/decide-estimate.ts';
import { toAmounts } from '../schemas/amounts.ts';
import type { EstimateAnswer } from '../schemas/estimate.ts';
import { toReason } from '../schemas/reason.ts';
import { ESTIMATE_STATEMENT } from './estimate-sentences.ts';

/** An estimate in the language of the caller; nothing of the sheet but its lines comes back. */
export function presentEstimate(
  { decision, missing }: DecidedEstimate,
  { sheet, at, language }: { sheet: CareSheet; at: Date; language: Language },
): EstimateAnswer {
  const declared = new Map(sheet.lines.map((line) => [line.number, line]));
  return {
    binding: false,
    statement: ESTIMATE_STATEMENT[language],
    estimatedAt: at.toISOString(),
    receivedOn: sheet.receivedOn,
    outcome: decision.outcome,
    fund: decision.fund,
    scheme: decision.scheme,
    payee: decision.payee.kind,
    totals: sharesOf(decision.totals),
    missing: missing.map(({ kind, line, reason }) => ({
      ...{ kind, line },
      reason: toReason(reason, language),
    })),
    reasons: decision.reasons.map((reason) => toReason(reason, language)),
    lines: decision.lines.map((line) => presentLine(line, declared.get(line.number), language)),
  };
}

function presentLine(
  line: LineDecision,
  declared: LineItem | undefined,
  language: Language,
): EstimateAnswer['lines'][number] {
  return {
    number: line.number,
    code: declared?.code ?? '',
    date: declared?.date ?? '',
    outcome: line.outcome,
    unitsAllowed: line.unitsAllowed,
    tariff: line.tariff === null ? null : formatAmount(line.tariff),
    ...sharesOf(line.amounts),
    ruleset: line.ruleset,
    reasons: line.reasons.map((reason) => toReason(reason, language)),
    accumulators: line.steps.flatMap((step) => toAccumulators(step, line)),
  };
}

function sharesOf(amounts: Amounts | null): EstimateAnswer['totals'] {
  if (amounts === null) return { amounts: null, fundPays: null, patientPays: null };
  return {
    amounts: toAmounts(amounts),
    fundPays: formatAmount(amounts.benefit),
    patientPays: formatAmount(amounts.submitted - amounts.benefit),
  };
}

type Accumulator = EstimateAnswer['lines'][number]['accumulators'][number];

/** What a step counted, where it counts anything; a line that is paid nothing uses no unit. */
function toAccumulators(step: Step, line: LineDecision): Accumulator[] {
  const { rule, row = '', source = '', looked = {} } = step;
  if (rule === cap.code) {
    const { capAmount: limit = '', before = '', after = '' } = looked;
    return [{ row, kind: 'benefit', limit, before, after, source }];
  }
  if (rule === unitLimit.code) {
    const { maxUnits: limit = '', used: before = '' } = looked;
    const taken = (line.amounts?.benefit ?? 0) > 0 ? line.unitsAllowed : 0;
    const after = String(Number(before) + taken);
    return [{ row, kind: 'units', limit, before, after, source }];
  }
  return [];
}
