import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { integer64, recorded } from './columns.ts';

/** One row for each insured (family): the row that a decision locks. It never changes. */
export const insured = pgTable(
  'insured',
  {
    id: integer64('id').primaryKey().generatedAlwaysAsIdentity(),
    issuer: text('issuer').notNull(),
    number: text('number').notNull(),
  },
  (table) => [unique('insured_number').on(table.issuer, table.number)],
);

const insuredId = () =>
  integer64('insured_id')
    .notNull()
    .references(() => insured.id);

/** What is recorded about the insured person. */
export const insuredPersons = pgTable(
  'insured_persons',
  {
    insuredId: insuredId(),
    lastName: text('last_name').notNull(),
    firstName: text('first_name').notNull(),
    birthDate: date('birth_date').notNull(),
    sex: text('sex', { enum: ['M', 'F'] }).notNull(),
    deathDate: date('death_date'),
    ...recorded(),
  },
  (table) => [
    primaryKey({
      name: 'insured_persons_pkey',
      columns: [table.insuredId, table.recordedRevision],
    }),
  ],
);

export const dependants = pgTable(
  'dependants',
  {
    insuredId: insuredId(),
    rank: smallint('rank').notNull(),
    relationship: text('relationship', { enum: ['spouse', 'child'] }).notNull(),
    lastName: text('last_name').notNull(),
    firstName: text('first_name').notNull(),
    birthDate: date('birth_date').notNull(),
    sex: text('sex', { enum: ['M', 'F'] }).notNull(),
    deathDate: date('death_date'),
    attachedFrom: date('attached_from').notNull(),
    attachedTo: date('attached_to'),
    studentFrom: date('student_from'),
    studentTo: date('student_to'),
    disabled: boolean('disabled').notNull().default(false),
    ...recorded(),
  },
  (table) => [
    primaryKey({
      name: 'dependants_pkey',
      columns: [table.insuredId, table.rank, table.recordedRevision],
    }),
    check('dependants_rank', sql`rank between 1 and 99`),
  ],
);

export const affiliations = pgTable(
  'affiliations',
  {
    insuredId: insuredId(),
    scheme: text('scheme').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    ...recorded(),
  },
  (table) => [
    primaryKey({
      name: 'affiliations_pkey',
      columns: [table.insuredId, table.validFrom, table.recordedRevision],
    }),
  ],
);

/** Rights: their effective dates, and (by revision) when they were recorded. */
export const entitlements = pgTable(
  'entitlements',
  {
    insuredId: insuredId(),
    status: text('status', { enum: ['opened', 'maintained', 'suspended'] }).notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    qualifiedOn: date('qualified_on'),
    ...recorded(),
  },
  (table) => [
    primaryKey({
      name: 'entitlements_pkey',
      columns: [table.insuredId, table.validFrom, table.recordedRevision],
    }),
  ],
);

/** Long-term and costly illnesses as certified. */
export const certificates = pgTable(
  'certificates',
  {
    insuredId: insuredId(),
    patientRank: smallint('patient_rank').notNull(),
    illness: text('illness', { enum: ['long-term', 'costly'] }).notNull(),
    code: text('code').notNull(),
    diagnoses: text('diagnoses').array().notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    ...recorded(),
  },
  (table) => [
    primaryKey({
      name: 'certificates_pkey',
      columns: [
        table.insuredId,
        table.patientRank,
        table.code,
        table.validFrom,
        table.recordedRevision,
      ],
    }),
  ],
);

/** Where money goes: the RIB of an insured ("CNSS:123456789") or of a provider (INPE). */
export const payeeAccounts = pgTable(
  'payee_accounts',
  {
    payeeKind: text('payee_kind', { enum: ['insured', 'provider'] }).notNull(),
    payeeKey: text('payee_key').notNull(),
    holder: text('holder').notNull(),
    rib: text('rib').notNull(),
    ...recorded(),
  },
  (table) => [
    primaryKey({
      name: 'payee_accounts_pkey',
      columns: [table.payeeKind, table.payeeKey, table.recordedRevision],
    }),
  ],
);
