import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** Some acts are of an age only, in whole years, both bounds included. */
export const patientAge: LineRule = {
  code: 'nomenclature/patient-age',
  title: 'The act fits the age of the patient',
  reference: 'NGAP: conditions of the act',
  concerns: (entry) => 'minAge' in entry || 'maxAge' in entry,
  check({ act, subject, code }) {
    if (act === undefined || subject === undefined) return null;
    const { minAge, maxAge } = act;
    const { age } = subject;
    if (age >= (minAge ?? age) && age <= (maxAge ?? age)) return null;
    return deny('age-mismatch', {
      code,
      age: String(age),
      minAge: minAge === undefined ? '' : String(minAge),
      maxAge: maxAge === undefined ? '' : String(maxAge),
    });
  },
};
