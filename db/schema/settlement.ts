import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { amounts, instant, integer64, tenants } from './columns.ts';
import { decisions } from './decisions.ts';
import { organisations } from './organisations.ts';

/** A sealed set of payables of one fund; numbers are 1 to n without a gap. */
export const settlementBatches = pgTable(
  'settlement_batches',
  {
    fundId: integer64('fund_id')
      .notNull()
      .references(() => organisations.id),
    number: integer('number').notNull(),
    /** Payables decided on or before this day. */
    upTo: date('up_to').notNull(),
    entryCount: integer('entry_count').notNull(),
    paymentCount: integer('payment_count').notNull(),
    heldCount: integer('held_count').notNull(),
    ...amounts(),
    /** Hex SHA-256 of the bordereau. */
    bordereauHash: text('bordereau_hash').notNull(),
    sealedAt: instant('sealed_at').notNull(),
    sealedBy: text('sealed_by').notNull(),
    paidAt: instant('paid_at'),
    paidBy: text('paid_by'),
  },
  (table) => [
    primaryKey({ name: 'settlement_batches_pkey', columns: [table.fundId, table.number] }),
    check('settlement_batches_four_eyes', sql`paid_by is null or paid_by <> sealed_by`),
    check('settlement_batches_amount', sql`benefit > 0 and entry_count > 0`),
  ],
);

/** A decision that a batch pays: at most once, which the unique constraint holds. */
export const settlementEntries = pgTable(
  'settlement_entries',
  {
    ...tenants(),
    batchNumber: integer('batch_number').notNull(),
    sheetId: integer64('sheet_id').notNull(),
    revision: integer('revision').notNull(),
    payeeKind: text('payee_kind', { enum: ['provider', 'insured'] }).notNull(),
    payeeKey: text('payee_key').notNull(),
    ...amounts(),
  },
  (table) => [
    primaryKey({
      name: 'settlement_entries_pkey',
      columns: [table.fundId, table.batchNumber, table.sheetId, table.submitterId],
    }),
    unique('settlement_entries_once').on(table.sheetId, table.submitterId, table.fundId),
    foreignKey({
      name: 'settlement_entries_batch_fkey',
      columns: [table.fundId, table.batchNumber],
      foreignColumns: [settlementBatches.fundId, settlementBatches.number],
    }),
    foreignKey({
      name: 'settlement_entries_decision_fkey',
      columns: [table.sheetId, table.revision, table.submitterId, table.fundId],
      foreignColumns: [
        decisions.sheetId,
        decisions.revision,
        decisions.submitterId,
        decisions.fundId,
      ],
    }),
    check(
      'settlement_entries_conserved',
      sql`submitted = benefit + copay + over_cap + excess + disallowed and benefit > 0`,
    ),
  ],
);

/** One transfer of a batch: all entries of one payee, netted. */
export const settlementPayments = pgTable(
  'settlement_payments',
  {
    fundId: integer64('fund_id').notNull(),
    batchNumber: integer('batch_number').notNull(),
    payeeKind: text('payee_kind', { enum: ['provider', 'insured'] }).notNull(),
    payeeKey: text('payee_key').notNull(),
    holder: text('holder').notNull(),
    rib: text('rib').notNull(),
    entryCount: integer('entry_count').notNull(),
    amount: integer64('amount').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'settlement_payments_pkey',
      columns: [table.fundId, table.batchNumber, table.payeeKind, table.payeeKey],
    }),
    foreignKey({
      name: 'settlement_payments_batch_fkey',
      columns: [table.fundId, table.batchNumber],
      foreignColumns: [settlementBatches.fundId, settlementBatches.number],
    }),
    check('settlement_payments_amount', sql`amount > 0`),
    check('settlement_payments_rib', sql`rib ~ '^[0-9]{24}$'`),
  ],
);

/** A payable that a sealing left open, and why: it waits for a valid RIB, not for a person. */
export const settlementHolds = pgTable(
  'settlement_holds',
  {
    ...tenants(),
    batchNumber: integer('batch_number').notNull(),
    sheetId: integer64('sheet_id').notNull(),
    reason: text('reason', { enum: ['rib-missing', 'rib-invalid'] }).notNull(),
    amount: integer64('amount').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'settlement_holds_pkey',
      columns: [table.fundId, table.batchNumber, table.sheetId, table.submitterId],
    }),
    foreignKey({
      name: 'settlement_holds_batch_fkey',
      columns: [table.fundId, table.batchNumber],
      foreignColumns: [settlementBatches.fundId, settlementBatches.number],
    }),
  ],
);
