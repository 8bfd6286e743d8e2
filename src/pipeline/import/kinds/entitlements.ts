import { z } from 'zod';
import { ENTITLEMENTS, type EntitlementRow } from '#db/record/people-tables.ts';
import { insuredKeyText } from '#db/repositories/insured-repository.ts';
import * as field from '../field-schemas.ts';
import { placePeriod } from '../place-row.ts';
import type { RecordKind } from '../record-kind.ts';
import { checkValidity, validity, validityOf } from './dated.ts';
import { insuredKey, resolveInsured } from './of-insured.ts';

const schema = z.strictObject({
  ...insuredKey,
  status: field.oneOf(['opened', 'maintained', 'suspended']),
  qualified_on: field.optional(field.date),
  ...validity,
});

/**
 * Rights of a family: issuer, number, status (opened, maintained, suspended), valid_from,
 * valid_to, qualified_on (the day from which the qualifying period is done; empty: none is asked).
 */
export const entitlements: RecordKind<typeof schema, EntitlementRow> = {
  name: 'entitlements',
  revision: 'people',
  table: ENTITLEMENTS,
  schema,
  key: (record) => `${insuredKeyText(record)}:${record.valid_from}`,
  check: checkValidity,
  resolve: (tx, records) =>
    resolveInsured(tx, records, (record, insuredId) => ({
      insuredId,
      status: record.status,
      qualifiedOn: record.qualified_on,
      ...validityOf(record),
    })),
  place: placePeriod,
};
