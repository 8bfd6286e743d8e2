import { isWithin } from '#domain/calendar/arithmetic.ts';
import { deny, NO_FINDINGS } from '#domain/decision/finding.ts';
import type { SheetRule } from '#domain/decision/rule.ts';

/** The patient is the insured, or a dependant attached on the day of care. */
export const patientAttached: SheetRule = {
  code: 'entitlement/patient-attached',
  title: 'The patient is attached to the insured',
  reference: 'Law 65-00: insured, spouse and dependent children; form 610-1-02, beneficiary',
  check({ insured, patient, sheet, decidedOn, firstCareOn }) {
    if (insured === undefined) return NO_FINDINGS;
    const attached = patient?.attached ?? null;
    const date =
      patient === undefined
        ? firstCareOn
        : attached && decidedOn.find((day) => !isWithin(day, attached.from, attached.to));
    if (date === null || date === undefined) return NO_FINDINGS;
    const { rank, relationship } = sheet.patient;
    return [deny('patient-not-attached', { date, rank: String(rank), relationship })];
  },
};
