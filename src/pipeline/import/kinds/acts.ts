import { z } from 'zod';
import { ACTS, type ActRow } from '#db/record/reference-tables.ts';
import { CATEGORIES } from '#domain/nomenclature/category.ts';
import { ACT_CODE } from '#src/intake/identifier-schemas.ts';
import * as field from '../field-schemas.ts';
import { type Finding, refusal } from '../import-issue.ts';
import { placeVersion } from '../place-row.ts';
import type { RecordKind } from '../record-kind.ts';
import { checkValidity, validity, validityOf } from './dated.ts';

const schema = z.strictObject({
  code: field.matching(ACT_CODE, 'not-a-code'),
  title: field.text(300),
  category: field.oneOf(CATEGORIES),
  pricing: field.oneOf(['rating', 'package']),
  key_letter: field.optional(field.matching(/^[A-Za-z]{1,8}$/, 'not-a-code')),
  coefficient: field.optional(field.coefficient),
  reimbursable: field.flag,
  sex: field.optional(field.sex),
  min_age: field.optional(field.wholeNumber(0, 150)),
  max_age: field.optional(field.wholeNumber(0, 150)),
  sectors: field.optional(field.listOf(field.sector)),
  specialties: field.optional(field.listOf(field.text(60))),
  settings: field.optional(field.listOf(field.oneOf(['ambulatory', 'stay']))),
  ...validity,
});
type Parsed = z.output<typeof schema>;

/**
 * Acts of the nomenclature: code, title, category, pricing (rating, package), key_letter and
 * coefficient (empty: left to the sheet) of a rating, reimbursable (true, false), valid_from,
 * valid_to, and who the act fits: sex, min_age, max_age, sectors, specialties, settings ("|"
 * between several; empty is any).
 */
export const acts: RecordKind<typeof schema, ActRow> = {
  name: 'acts',
  revision: 'reference',
  table: ACTS,
  schema,
  key: ({ code, valid_from }) => `${code}:${valid_from}`,
  check,
  resolve: async (_tx, records) => records.map((record) => ({ row: toRow(record) })),
  place: placeVersion,
};

function check(record: Parsed): Finding[] {
  const { pricing, key_letter, coefficient, min_age, max_age } = record;
  const findings = checkValidity(record);
  if (pricing === 'rating' && key_letter === null) findings.push(refusal('required', 'key_letter'));
  if (pricing === 'package' && key_letter !== null) {
    findings.push(refusal('not-valid', 'key_letter'));
  }
  if (pricing === 'package' && coefficient !== null) {
    findings.push(refusal('not-valid', 'coefficient'));
  }
  if (min_age !== null && max_age !== null && max_age < min_age) {
    findings.push(refusal('not-a-number', 'max_age'));
  }
  return findings;
}

function toRow({ key_letter, min_age, max_age, valid_from, valid_to, ...same }: Parsed): ActRow {
  return {
    ...same,
    keyLetter: key_letter,
    minAge: min_age,
    maxAge: max_age,
    ...validityOf({ valid_from, valid_to }),
  };
}
