import { z } from 'zod';
import { DEPENDANTS, type DependantRow } from '#db/record/people-tables.ts';
import { insuredKeyText } from '#db/repositories/insured-repository.ts';
import * as field from '../field-schemas.ts';
import { type Finding, refusal } from '../import-issue.ts';
import { placeSingle } from '../place-row.ts';
import type { RecordKind } from '../record-kind.ts';
import { endsBefore } from './dated.ts';
import { checkPerson, insuredKey, person, personOf, resolveInsured } from './of-insured.ts';

const schema = z.strictObject({
  ...insuredKey,
  rank: field.wholeNumber(1, 99),
  relationship: field.oneOf(['spouse', 'child']),
  ...person,
  attached_from: field.date,
  attached_to: field.optional(field.date),
  student_from: field.optional(field.date),
  student_to: field.optional(field.date),
  disabled: field.optional(field.flag),
});
type Parsed = z.output<typeof schema>;

/**
 * Dependants: issuer and number of the insured, rank (1 to 99), relationship (spouse, child),
 * last_name, first_name, birth_date, sex, death_date, attached_from, attached_to, student_from,
 * student_to (proven schooling), disabled (true, false; empty is false).
 */
export const dependants: RecordKind<typeof schema, DependantRow> = {
  name: 'dependants',
  revision: 'people',
  table: DEPENDANTS,
  schema,
  key: (record) => `${insuredKeyText(record)}:${record.rank}`,
  check,
  resolve: (tx, records) => resolveInsured(tx, records, toRow),
  place: placeSingle,
};

function check(record: Parsed): Finding[] {
  const { attached_from, attached_to, student_from, student_to } = record;
  return [
    ...checkPerson(record),
    ...endsBefore('attached_to', attached_from, attached_to),
    ...(student_from === null && student_to !== null ? [refusal('required', 'student_from')] : []),
    ...(student_from === null ? [] : endsBefore('student_to', student_from, student_to)),
  ];
}

function toRow(record: Parsed, insuredId: number): DependantRow {
  return {
    insuredId,
    rank: record.rank,
    relationship: record.relationship,
    ...personOf(record),
    attachedFrom: record.attached_from,
    attachedTo: record.attached_to,
    studentFrom: record.student_from,
    studentTo: record.student_to,
    disabled: record.disabled ?? false,
  };
}
