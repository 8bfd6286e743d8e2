import { z } from 'zod';
import { readSchemeCodes } from '#db/record/known-codes.ts';
import { AFFILIATIONS, type AffiliationRow } from '#db/record/people-tables.ts';
import { insuredKeyText } from '#db/repositories/insured-repository.ts';
import * as field from '../field-schemas.ts';
import { warning } from '../import-issue.ts';
import { placePeriod } from '../place-row.ts';
import type { RecordKind } from '../record-kind.ts';
import { checkValidity, validity, validityOf } from './dated.ts';
import { insuredKey, resolveInsured } from './of-insured.ts';

const schema = z.strictObject({ ...insuredKey, scheme: field.code, ...validity });

/** The scheme of an insured over time: issuer, number, scheme, valid_from, valid_to. */
export const affiliations: RecordKind<typeof schema, AffiliationRow> = {
  name: 'affiliations',
  revision: 'people',
  table: AFFILIATIONS,
  schema,
  key: (record) => `${insuredKeyText(record)}:${record.valid_from}`,
  check: checkValidity,
  async resolve(tx, records) {
    const schemes = await readSchemeCodes(tx);
    const resolved = await resolveInsured(tx, records, (record, insuredId) => ({
      insuredId,
      scheme: record.scheme,
      ...validityOf(record),
    }));
    return resolved.map((item) => {
      if ('refused' in item || schemes.has(item.row.scheme)) return item;
      return { ...item, findings: [warning('scheme-unknown', 'scheme')] };
    });
  },
  place: placePeriod,
};
