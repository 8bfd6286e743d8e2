import type { PastLine } from '../accumulator/history.ts';
import type { CareSheet } from '../care-sheet/care-sheet.ts';
import type {
  Decision,
  LineDecision,
  LineOutcome,
  Payee,
  SheetOutcome,
} from '../decision/decision.ts';
import type { LineWork } from '../decision/line-work.ts';
import type { DecidedSheet } from '../decision/rule.ts';
import type { Amounts } from '../money/amounts.ts';
import type { SheetWork } from './sheet-work.ts';

/**
 * H and I. The outcome, whom it is owed to, and what it moves. Values are built with their keys in
 * order, so that canonical JSON need not copy them.
 */
export function conclude(work: SheetWork, decided: DecidedSheet | null): Decision {
  const lines = work.lines.map(concludeLine);
  const outcome = outcomeOf(work, lines);
  const isFinal = outcome !== 'pended' && decided !== null;
  return {
    consumptions: isFinal ? decided.consumptions : [],
    fund: work.sheet.fund,
    history: isFinal ? historyOf(work) : [],
    lines,
    outcome,
    payee: payeeOf(work.sheet),
    reasons: work.reasons,
    scheme: work.scheme,
    totals: totalsOf(lines),
  };
}

function concludeLine(line: LineWork): LineDecision {
  const isDenied = line.state === 'denied';
  const isPriced = line.unitTariff !== null;
  return {
    amounts: isDenied || isPriced ? amountsOf(line) : null,
    number: line.lineNumber,
    outcome: lineOutcomeOf(line),
    reasons: line.reasons,
    ruleset: line.terms?.id ?? null,
    steps: line.steps,
    tariff: isDenied || line.unitTariff === null ? null : line.unitTariff * line.units,
    unitsAllowed: isDenied || !isPriced ? 0 : line.units,
  };
}

function lineOutcomeOf({ state, reduced }: LineWork): LineOutcome {
  if (state !== 'open') return state;
  return reduced ? 'reduced' : 'approved';
}

function amountsOf({ item, headings }: LineWork): Amounts {
  const { benefit, copay, overCap, excess, disallowed } = headings;
  const submitted = item.quantity * item.unitPrice;
  const eligible = benefit + copay + overCap;
  return { benefit, copay, disallowed, eligible, excess, overCap, submitted };
}

function outcomeOf({ state }: SheetWork, lines: readonly LineDecision[]): SheetOutcome {
  let [approved, denied, pended] = [0, 0, 0];
  for (const { outcome } of lines) {
    if (outcome === 'approved') approved += 1;
    else if (outcome === 'denied') denied += 1;
    else if (outcome === 'pended') pended += 1;
  }
  if (state === 'denied' || denied === lines.length) return 'rejected';
  if (state === 'pended' || pended > 0) return 'pended';
  return approved === lines.length ? 'approved' : 'partial';
}

function payeeOf({ payment, provider, insured }: CareSheet): Payee {
  return payment === 'direct'
    ? { key: provider, kind: 'provider' }
    : { key: `${insured.issuer}:${insured.number}`, kind: 'insured' };
}

function totalsOf(lines: readonly LineDecision[]): Amounts | null {
  const totals = {
    benefit: 0,
    copay: 0,
    disallowed: 0,
    eligible: 0,
    excess: 0,
    overCap: 0,
    submitted: 0,
  };
  for (const { amounts } of lines) {
    if (amounts === null) return null;
    totals.benefit += amounts.benefit;
    totals.copay += amounts.copay;
    totals.disallowed += amounts.disallowed;
    totals.eligible += amounts.eligible;
    totals.excess += amounts.excess;
    totals.overCap += amounts.overCap;
    totals.submitted += amounts.submitted;
  }
  return totals;
}

function historyOf({ lines, sheet }: SheetWork): readonly PastLine[] {
  const history: PastLine[] = [];
  for (const line of lines) {
    if (line.state === 'denied' || line.subject === undefined) continue;
    history.push({
      allowedEligible: line.allowedEligible,
      benefit: line.headings.benefit,
      category: line.subject.category,
      code: line.code,
      countedUnder: line.countedUnder,
      date: line.date,
      eligible: line.eligible,
      lineNumber: line.lineNumber,
      paidUnits: line.paidUnits,
      patientRank: sheet.patient.rank,
      provider: sheet.provider,
      sessionEligible: line.sessionEligible,
      sheetNumber: line.sheetNumber,
      units: line.units,
    });
  }
  return history;
}
