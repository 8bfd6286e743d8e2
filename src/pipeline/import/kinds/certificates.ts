import { z } from 'zod';
import type { Queryable } from '#db/client.ts';
import { findDependants } from '#db/record/known-codes.ts';
import { CERTIFICATES, type CertificateRow } from '#db/record/people-tables.ts';
import { insuredKeyText } from '#db/repositories/insured-repository.ts';
import * as field from '../field-schemas.ts';
import { refusal } from '../import-issue.ts';
import { placePeriod } from '../place-row.ts';
import type { RecordKind, Resolved } from '../record-kind.ts';
import { checkValidity, validity, validityOf } from './dated.ts';
import { insuredKey, resolveInsured } from './of-insured.ts';

const schema = z.strictObject({
  ...insuredKey,
  patient_rank: field.wholeNumber(0, 99),
  illness: field.oneOf(['long-term', 'costly']),
  code: field.matching(/^[A-Z][0-9]{3}$/, 'not-a-code'),
  diagnoses: field.optional(
    field.listOf(field.matching(/^[A-Z][0-9]{2}(\.[0-9]{1,2})?$/, 'not-a-code')),
  ),
  ...validity,
});
type Parsed = z.output<typeof schema>;

/**
 * Certified illnesses: issuer, number, patient_rank (0 is the insured, else the dependant),
 * illness (long-term, costly), code (letter and three digits), diagnoses (CIM-10 prefixes, "|"
 * between several; empty covers every line of the patient), valid_from, valid_to.
 */
export const certificates: RecordKind<typeof schema, CertificateRow> = {
  name: 'certificates',
  revision: 'people',
  table: CERTIFICATES,
  schema,
  key: (record) =>
    [insuredKeyText(record), record.patient_rank, record.code, record.valid_from].join(':'),
  check: checkValidity,
  resolve,
  place: placePeriod,
};

async function resolve(
  tx: Queryable,
  records: readonly Parsed[],
): Promise<Resolved<CertificateRow>[]> {
  const resolved = await resolveInsured(tx, records, toRow);
  const ids = resolved.flatMap((item) => ('row' in item ? [item.row.insuredId] : []));
  const dependants = await findDependants(tx, ids);
  return resolved.map((item) => {
    if ('refused' in item || item.row.patientRank === 0) return item;
    if (dependants.has(`${item.row.insuredId}:${item.row.patientRank}`)) return item;
    return { refused: refusal('patient-unknown', 'patient_rank') };
  });
}

function toRow(record: Parsed, insuredId: number): CertificateRow {
  return {
    insuredId,
    patientRank: record.patient_rank,
    illness: record.illness,
    code: record.code,
    diagnoses: record.diagnoses ?? [],
    ...validityOf(record),
  };
}
