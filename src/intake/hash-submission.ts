import { hash } from 'node:crypto';
import type { Submission } from './care-sheet-schema.ts';

/**
 * Hex SHA-256 of the canonical JSON of a submission: blanks and the order of fields make no
 * difference. The fields stand here in their canonical order, which saves sorting them.
 */
export function hashSubmission(submission: Submission): string {
  return hash('sha256', JSON.stringify(inOrder(submission)), 'hex');
}

function inOrder(submission: Submission) {
  const { insured, patient, prescriber, prescription, stay, provider } = submission;
  return {
    fund: submission.fund,
    insured: { issuer: insured.issuer, number: insured.number },
    kindOfCare: submission.kindOfCare,
    lines: submission.lines.map(lineInOrder),
    number: submission.number,
    patient: {
      birthDate: patient.birthDate,
      rank: patient.rank,
      relationship: patient.relationship,
    },
    payment: submission.payment,
    prescriber: prescriber && { inpe: prescriber.inpe },
    prescription: prescription && { date: prescription.date, number: prescription.number },
    provider: { inpe: provider.inpe },
    stay: stay && { admission: stay.admission, discharge: stay.discharge },
  };
}

function lineInOrder(line: Submission['lines'][number]) {
  return {
    code: line.code,
    coefficient: line.coefficient,
    date: line.date,
    diagnosis: line.diagnosis,
    keyLetter: line.keyLetter,
    kind: line.kind,
    number: line.number,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
  };
}
