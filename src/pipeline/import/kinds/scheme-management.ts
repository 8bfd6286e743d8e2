import { z } from 'zod';
import { readFundCodes } from '#db/record/known-codes.ts';
import { SCHEME_MANAGEMENT, type SchemeManagementRow } from '#db/record/reference-tables.ts';
import * as field from '../field-schemas.ts';
import { refusal } from '../import-issue.ts';
import { placeVersion } from '../place-row.ts';
import type { RecordKind } from '../record-kind.ts';
import { checkValidity, validity, validityOf } from './dated.ts';

const schema = z.strictObject({ scheme: field.code, fund: field.code, ...validity });

/** Which fund manages a scheme, and so pays: scheme, fund, valid_from, valid_to. */
export const schemeManagement: RecordKind<typeof schema, SchemeManagementRow> = {
  name: 'scheme-management',
  revision: 'reference',
  table: SCHEME_MANAGEMENT,
  schema,
  key: ({ scheme, valid_from }) => `${scheme}:${valid_from}`,
  check: checkValidity,
  async resolve(tx, records) {
    const funds = await readFundCodes(tx);
    return records.map(({ scheme, fund, ...dates }) =>
      funds.has(fund)
        ? { row: { scheme, fund, ...validityOf(dates) } }
        : { refused: refusal('fund-unknown', 'fund') },
    );
  },
  place: placeVersion,
};
