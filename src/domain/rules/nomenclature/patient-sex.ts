import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** Some acts are of one sex only. */
export const patientSex: LineRule = {
  code: 'nomenclature/patient-sex',
  title: 'The act fits the sex of the patient',
  reference: 'NGAP: conditions of the act',
  concerns: (entry) => 'sex' in entry,
  check({ act, code }, { patient }) {
    if (act?.sex === undefined || act.sex === patient.sex) return null;
    return deny('sex-mismatch', { code, sex: act.sex });
  },
};
