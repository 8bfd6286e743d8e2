import { z } from 'zod';
import { findInpes } from '#db/record/known-codes.ts';
import { type ActivityRow, PROVIDER_ACTIVITY } from '#db/record/provider-tables.ts';
import * as field from '../field-schemas.ts';
import { refusal } from '../import-issue.ts';
import { placePeriod } from '../place-row.ts';
import type { RecordKind } from '../record-kind.ts';
import { checkValidity, validity, validityOf } from './dated.ts';

const schema = z.strictObject({ inpe: field.inpe, ...validity });

/** The periods in which a provider may practise: inpe, valid_from, valid_to. */
export const providerActivity: RecordKind<typeof schema, ActivityRow> = {
  name: 'provider-activity',
  revision: 'providers',
  table: PROVIDER_ACTIVITY,
  schema,
  key: ({ inpe, valid_from }) => `${inpe}:${valid_from}`,
  check: checkValidity,
  async resolve(tx, records) {
    const inpes = records.map(({ inpe }) => inpe);
    const known = await findInpes(tx, inpes);
    return records.map(({ inpe, ...dates }) =>
      known.has(inpe)
        ? { row: { inpe, ...validityOf(dates) } }
        : { refused: refusal('provider-unknown', 'inpe') },
    );
  },
  place: placePeriod,
};
