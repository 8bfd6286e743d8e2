import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { Insured } from '#domain/care-sheet/parties.ts';
import type { CompiledReference } from '#domain/coverage/compiled-reference.ts';
import { findPatient } from '#domain/decision/patient.ts';
import { schemeOn } from '#domain/decision/sheet-facts.ts';

/** True when rank, relationship and date of birth are those of one person of the family. */
export function isIdentified(
  insured: Insured,
  patient: CareSheet['patient'],
  date: CalendarDate,
): boolean {
  return findPatient(insured, patient, date) !== undefined;
}

/** True when a fund pays for the insured on a date. */
export function isPaidBy(
  insured: Insured,
  { fund, date, reference }: { fund: string; date: CalendarDate; reference: CompiledReference },
): boolean {
  const scheme = schemeOn(insured, date);
  return scheme !== null && reference.fundOf(scheme, date) === fund;
}
