import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import type { CareSheet, LineItem } from '#domain/care-sheet/care-sheet.ts';
import { centimes } from '#domain/money/centimes.ts';
import { type Coefficient, parseCoefficient } from '#domain/money/coefficient.ts';
import type { Submission } from './care-sheet-schema.ts';

/**
 * The care sheet of a valid submission, received on a day in Africa/Casablanca. Its fields come in
 * one order, whatever the sender's, since it is stored as text.
 */
export function toCareSheet(submission: Submission, receivedOn: CalendarDate): CareSheet {
  const { insured, patient, prescription, stay } = submission;
  return {
    number: submission.number,
    fund: submission.fund,
    insured: { issuer: insured.issuer, number: insured.number },
    patient: {
      relationship: patient.relationship,
      rank: patient.rank,
      birthDate: patient.birthDate,
    },
    provider: submission.provider.inpe,
    prescriber: submission.prescriber?.inpe ?? null,
    prescription:
      prescription === undefined
        ? null
        : { number: prescription.number ?? null, date: prescription.date },
    kindOfCare: submission.kindOfCare,
    stay: stay === undefined ? null : { admission: stay.admission, discharge: stay.discharge },
    payment: submission.payment,
    receivedOn,
    lines: submission.lines.map(toLineItem),
  };
}

function toLineItem(line: Submission['lines'][number]): LineItem {
  return {
    number: line.number,
    kind: line.kind,
    code: line.code,
    keyLetter: line.keyLetter ?? null,
    coefficient: line.coefficient === undefined ? null : hundredths(line.coefficient),
    quantity: line.quantity,
    unitPrice: centimes(line.unitPrice),
    date: line.date,
    diagnosis: line.diagnosis ?? null,
  };
}

function hundredths(text: string): Coefficient {
  const value = parseCoefficient(text);
  if (value === undefined) throw new RangeError('a coefficient that was not validated');
  return value;
}
