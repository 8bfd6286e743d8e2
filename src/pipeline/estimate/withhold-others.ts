import type { Reason } from '#domain/decision/reason.ts';
import type { DecidedEstimate } from './decide-estimate.ts';

/**
 * An estimate leaves no trace and can be asked at will, so it says less than a decision: not which
 * sheet of whom it met in the history, and not whether it was the number or the patient that
 * nobody knows.
 */
export function withholdOthers({ decision, missing }: DecidedEstimate): DecidedEstimate {
  return {
    decision: {
      ...decision,
      reasons: decision.reasons.map(withhold),
      lines: decision.lines.map((line) => ({ ...line, reasons: line.reasons.map(withhold) })),
    },
    missing,
  };
}

function withhold(reason: Reason): Reason {
  const { code, facts } = reason;
  if (code === 'insured-unknown') return { code: 'patient-not-identified', facts };
  if (!Object.hasOwn(facts, 'sheetNumber')) return reason;
  return { code, facts: { ...facts, sheetNumber: '', line: '' } };
}
