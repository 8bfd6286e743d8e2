import { z } from 'zod';
import type { Queryable } from '#db/client.ts';
import { findInsuredIds } from '#db/record/insured-keys.ts';
import { findInpes } from '#db/record/known-codes.ts';
import { ACCOUNTS, type AccountRow } from '#db/record/people-tables.ts';
import { insuredKeyText } from '#db/repositories/insured-repository.ts';
import * as field from '../field-schemas.ts';
import { type Finding, refusal } from '../import-issue.ts';
import { placeSingle } from '../place-row.ts';
import type { RecordKind, Resolved } from '../record-kind.ts';
import { insuredKey } from './of-insured.ts';

const schema = z.strictObject({
  payee_kind: field.oneOf(['insured', 'provider']),
  issuer: field.optional(insuredKey.issuer),
  number: field.optional(insuredKey.number),
  inpe: field.optional(field.inpe),
  holder: field.text(200),
  rib: field.rib,
});
type Parsed = z.output<typeof schema>;

/**
 * Where money goes: payee_kind (insured, provider), issuer and number of an insured or inpe of a
 * provider, holder, rib (24 digits whose modulo 97 is checked; blanks are dropped).
 */
export const accounts: RecordKind<typeof schema, AccountRow> = {
  name: 'accounts',
  revision: 'people',
  table: ACCOUNTS,
  schema,
  key: payeeKey,
  check,
  resolve,
  place: placeSingle,
};

function check({ payee_kind, issuer, number, inpe }: Parsed): Finding[] {
  const wanted = payee_kind === 'insured' ? { issuer, number } : { inpe };
  const unwanted = payee_kind === 'insured' ? { inpe } : { issuer, number };
  const missing = Object.entries(wanted).filter(([, value]) => value === null);
  const surplus = Object.entries(unwanted).filter(([, value]) => value !== null);
  return [
    ...missing.map(([name]) => refusal('required', name)),
    ...surplus.map(([name]) => refusal('not-valid', name)),
  ];
}

async function resolve(tx: Queryable, records: readonly Parsed[]): Promise<Resolved<AccountRow>[]> {
  const insured = await findInsuredIds(tx, records.map(keyOfInsured));
  const inpes = await findInpes(tx, records.map(payeeKey));
  return records.map((record) => {
    const key = payeeKey(record);
    if (record.payee_kind === 'insured' && !insured.has(key)) {
      return { refused: refusal('insured-unknown', 'number') };
    }
    if (record.payee_kind === 'provider' && !inpes.has(key)) {
      return { refused: refusal('provider-unknown', 'inpe') };
    }
    const { payee_kind: payeeKind, holder, rib } = record;
    return { row: { payeeKind, payeeKey: key, holder, rib } };
  });
}

/** "CNSS:123456789", or an INPE. */
function payeeKey(record: Parsed): string {
  return record.payee_kind === 'insured'
    ? insuredKeyText(keyOfInsured(record))
    : (record.inpe ?? '');
}

function keyOfInsured({ issuer, number }: Parsed) {
  return { issuer: issuer ?? '', number: number ?? '' };
}
