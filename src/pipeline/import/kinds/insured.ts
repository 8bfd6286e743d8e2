import { z } from 'zod';
import { ensureInsuredIds } from '#db/record/insured-keys.ts';
import { INSURED_PERSONS, type InsuredPersonRow } from '#db/record/people-tables.ts';
import { insuredKeyText } from '#db/repositories/insured-repository.ts';
import { placeSingle } from '../place-row.ts';
import type { RecordKind } from '../record-kind.ts';
import { checkInsuredKey, checkPerson, insuredKey, person, personOf } from './of-insured.ts';

const schema = z.strictObject({ ...insuredKey, ...person });

/**
 * Insured people: issuer (CNSS, CNOPS), number, last_name, first_name, birth_date, sex (M, F),
 * death_date. Those that are new get their place on record here.
 */
export const insured: RecordKind<typeof schema, InsuredPersonRow> = {
  name: 'insured',
  revision: 'people',
  table: INSURED_PERSONS,
  schema,
  key: insuredKeyText,
  check: (record) => [...checkInsuredKey(record), ...checkPerson(record)],
  async resolve(tx, records) {
    const ids = await ensureInsuredIds(tx, records);
    return records.map((record) => {
      const insuredId = ids.get(insuredKeyText(record));
      if (insuredId === undefined) throw new Error('an insured was given no id');
      return { row: { insuredId, ...personOf(record) } };
    });
  },
  place: placeSingle,
};
