import { z } from 'zod';
import type { Queryable } from '#db/client.ts';
import { findInsuredIds } from '#db/record/insured-keys.ts';
import { type InsuredKey, insuredKeyText } from '#db/repositories/insured-repository.ts';
import { isCnssNumber } from '#domain/identifiers/cnss-number.ts';
import * as field from '../field-schemas.ts';
import { type Finding, refusal } from '../import-issue.ts';
import type { Resolved } from '../record-kind.ts';
import { endsBefore } from './dated.ts';

/** The columns that name an insured: the body that gave the number, and the number. */
export const insuredKey = {
  issuer: field.matching(/^[A-Z]{2,12}$/, 'not-a-code'),
  number: field.matching(/^[A-Z0-9]{4,15}$/, 'not-a-registration-number'),
} as const;

/** The columns of a person. */
export const person = {
  last_name: field.text(100),
  first_name: field.text(100),
  birth_date: field.date,
  sex: field.sex,
  death_date: field.optional(field.date),
} as const;

const personSchema = z.object(person);
type Person = z.output<typeof personSchema>;

export function personOf({ last_name, first_name, birth_date, sex, death_date }: Person) {
  return {
    lastName: last_name,
    firstName: first_name,
    birthDate: birth_date,
    sex,
    deathDate: death_date,
  };
}

export function checkPerson({ birth_date, death_date }: Person): Finding[] {
  return endsBefore('death_date', birth_date, death_date);
}

/** CNSS gives nine digits; of the numbers of other bodies only the alphabet is known. */
export function checkInsuredKey({ issuer, number }: InsuredKey): Finding[] {
  if (issuer !== 'CNSS' || isCnssNumber(number)) return [];
  return [refusal('not-a-registration-number', 'number')];
}

/** A row for each record with the id of its family; refused where the insured is unknown. */
export async function resolveInsured<Parsed extends InsuredKey, Row>(
  tx: Queryable,
  records: readonly Parsed[],
  toRow: (record: Parsed, insuredId: number) => Row,
): Promise<Resolved<Row>[]> {
  const ids = await findInsuredIds(tx, records);
  return records.map((record) => {
    const id = ids.get(insuredKeyText(record));
    if (id === undefined) return { refused: refusal('insured-unknown', 'number') };
    return { row: toRow(record, id) };
  });
}
