import type { CareSheet, LineItem } from '#domain/care-sheet/care-sheet.ts';
import type { LineDecision } from '#domain/decision/decision.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { tellStep } from '#domain/decision/tell-step.ts';
import type { Amounts } from '#domain/money/amounts.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import type { DecidedEstimate } from '#src/pipeline/estimate/decide-estimate.ts';
import { toAmounts } from '../schemas/amounts.ts';
import type { EstimateAnswer } from '../schemas/estimate.ts';
import type { TellReason } from '../tell-reasons.ts';
import { ESTIMATE_STATEMENT } from '../words/estimate-sentences.ts';
import { presentAccumulator } from './present-accumulator.ts';

interface Asked {
  readonly sheet: CareSheet;
  readonly at: Date;
  readonly language: Language;
  readonly tell: TellReason;
}

/** An estimate in the language of the caller; nothing of the sheet but its lines comes back. */
export function presentEstimate(
  { decision, missing }: DecidedEstimate,
  { sheet, at, language, tell }: Asked,
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
      reason: tell(reason),
    })),
    reasons: decision.reasons.map(tell),
    lines: decision.lines.map((line) => presentLine(line, declared.get(line.number), tell)),
  };
}

function presentLine(
  line: LineDecision,
  declared: LineItem | undefined,
  tell: TellReason,
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
    reasons: line.reasons.map(tell),
    accumulators: line.steps.flatMap((step) => presentAccumulator(tellStep(step), line) ?? []),
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
