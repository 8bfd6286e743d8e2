import type { Consumption } from '../accumulator/history.ts';
import type { CompiledCap } from '../coverage/compiled-ruleset.ts';
import type { LineWork } from '../decision/line-work.ts';
import type { Usage } from '../decision/rule.ts';
import type { KnownSheet } from '../decision/sheet-facts.ts';
import { applyStep } from './apply-step.ts';
import { CAP_RULES } from './rule-order.ts';

interface Caps {
  readonly facts: KnownSheet;
  readonly usage: Usage;
  readonly consumptions: Consumption[];
}

/** G. Caps the benefit of each line, in canonical order, and moves every cap by what was paid. */
export function capBenefits(lines: readonly LineWork[], caps: Caps): void {
  for (const line of lines) {
    if (line.subject === undefined || line.terms === undefined) continue;
    const rows = line.terms.caps.every(line.subject);
    if (rows.length === 0) continue;
    for (const rule of CAP_RULES) {
      for (const step of rule.cap(line, rows, caps.usage)) {
        applyStep(line, step);
        if (step.reason !== null) line.reduced = true;
      }
    }
    consume(line, rows, caps);
  }
}

function consume(
  line: LineWork,
  rows: readonly CompiledCap[],
  { facts, consumptions }: Caps,
): void {
  const amount = line.headings.benefit;
  if (amount === 0) return;
  for (const cap of rows) {
    consumptions.push(consumption(line, cap, { amount, rank: facts.patient.rank }));
  }
}

/** With its keys in order, so that canonical JSON need not copy it. */
function consumption(
  { sheetNumber, lineNumber, date, code, sessionEligible }: LineWork,
  cap: CompiledCap,
  { amount, rank }: { amount: number; rank: number },
): Consumption {
  return {
    amount,
    cap: cap.code,
    code,
    date,
    lineNumber,
    patientRank: cap.per === 'patient' ? rank : null,
    sessionEligible,
    sheetNumber,
  };
}
