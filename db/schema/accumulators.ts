import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { integer64, tenants } from './columns.ts';

/**
 * What the limits of a family look at, in the order in which it was decided: one row a final
 * decision, and one that takes it back. `id` is drawn under the lock of the family, so it
 * ascends within it.
 */
export const familyHistory = pgTable(
  'family_history',
  {
    id: integer64('id').notNull().generatedByDefaultAsIdentity(),
    insuredId: integer64('insured_id').notNull(),
    ...tenants(),
    sheetId: integer64('sheet_id').notNull(),
    revision: integer('revision').notNull(),
    kind: text('kind', { enum: ['decision', 'reversal'] }).notNull(),
    /** As `domain/adjudication/content/encode-history.ts` writes them. */
    lines: text('lines').notNull(),
    consumptions: text('consumptions').notNull(),
  },
  (table) => [
    // The sheet is in it so that a family's sheets are told without reading their rows.
    primaryKey({
      name: 'family_history_pkey',
      columns: [table.insuredId, table.id, table.sheetId, table.submitterId, table.fundId],
    }),
  ],
);

/** What lines took from caps: negative where a reversal gave it back. Append-only. */
export const consumptions = pgTable(
  'consumptions',
  {
    id: integer64('id').notNull().generatedAlwaysAsIdentity(),
    ...tenants(),
    sheetId: integer64('sheet_id').notNull(),
    revision: integer('revision').notNull(),
    lineNumber: smallint('line_number').notNull(),
    insuredId: integer64('insured_id').notNull(),
    cap: text('cap').notNull(),
    /** -1 for a cap of the family. */
    patientRank: smallint('patient_rank').notNull(),
    careOn: date('care_on').notNull(),
    amount: integer64('amount').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'consumptions_pkey',
      columns: [table.id, table.submitterId, table.fundId],
    }),
    index('consumptions_insured').on(table.insuredId, table.cap),
  ],
);

/** The fold of consumptions by cap and month of care: any window is a sum of few rows. */
export const accumulators = pgTable(
  'accumulators',
  {
    insuredId: integer64('insured_id').notNull(),
    fundId: integer64('fund_id').notNull(),
    cap: text('cap').notNull(),
    patientRank: smallint('patient_rank').notNull(),
    /** The first day of the month. */
    month: date('month').notNull(),
    used: integer64('used').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'accumulators_pkey',
      columns: [table.insuredId, table.cap, table.patientRank, table.month, table.fundId],
    }),
    check('accumulators_used', sql`used >= 0`),
  ],
);
