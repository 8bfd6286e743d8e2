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
  unique,
} from 'drizzle-orm/pg-core';
import { instant, integer64, tenants } from './columns.ts';

export const CARE_SHEET_STATUSES = [
  'received',
  'pended',
  'returned',
  'decided',
  'settled',
  'reversed',
  'cancelled',
  'quarantined',
] as const;

/**
 * The small, mutable head of a care sheet: where it is, and what its current decision says.
 * All that was submitted is in the append-only table below.
 */
export const careSheets = pgTable(
  'care_sheets',
  {
    id: integer64('id').notNull(),
    ...tenants(),
    number: text('number').notNull(),
    status: text('status', { enum: CARE_SHEET_STATUSES }).notNull(),
    receivedAt: instant('received_at').notNull(),
    receivedOn: date('received_on').notNull(),
    /** First date of care; the admission of a stay. */
    careOn: date('care_on').notNull(),
    insuredIssuer: text('insured_issuer').notNull(),
    insuredNumber: text('insured_number').notNull(),
    provider: text('provider').notNull(),
    submitted: integer64('submitted').notNull(),
    lineCount: smallint('line_count').notNull(),
    clientId: text('client_id').notNull(),
    /** Of the current decision; 0 before the first. */
    revision: integer('revision').notNull().default(0),
    outcome: text('outcome', { enum: ['approved', 'partial', 'rejected', 'pended'] }),
    /** Why it is pended, or was reduced or denied: the distinct codes of all reasons. */
    reasons: text('reasons').array().notNull().default([]),
    statusSince: instant('status_since').notNull(),
    decidedOn: date('decided_on'),
    benefit: integer64('benefit').notNull().default(0),
    payeeKind: text('payee_kind', { enum: ['provider', 'insured'] }),
    payeeKey: text('payee_key'),
    /** The settlement batch of the fund that pays it. */
    batchNumber: integer('batch_number'),
  },
  (table) => [
    primaryKey({
      name: 'care_sheets_pkey',
      columns: [table.id, table.submitterId, table.fundId],
    }),
    // The number first: a reference checked through a sender's prefix would read all it sent.
    unique('care_sheets_number').on(table.number, table.submitterId),
    index('care_sheets_submitter').on(table.submitterId, table.id),
    index('care_sheets_fund').on(table.fundId, table.id),
    index('care_sheets_payable')
      .on(table.fundId, table.decidedOn, table.id)
      .where(sql`status = 'decided' and benefit > 0`),
    index('care_sheets_open')
      .on(table.status, table.statusSince)
      .where(sql`status in ('received', 'pended', 'returned', 'quarantined')`),
    check(
      'care_sheets_status',
      sql`status in ('received', 'pended', 'returned', 'decided',
      'settled', 'reversed', 'cancelled', 'quarantined')`,
    ),
    check('care_sheets_submitted', sql`submitted >= 0 and benefit between 0 and submitted`),
    check('care_sheets_settled', sql`(status = 'settled') = (batch_number is not null)`),
  ],
);

/**
 * What was received, unchanged: the raw text, and the facts that a decision reads, line items
 * included; the views `care_sheet_facts` and `care_sheet_lines` show them as rows. Partitioned by
 * the month of receipt, which the ids begin with.
 */
export const careSheetDocuments = pgTable(
  'care_sheet_documents',
  {
    sheetId: integer64('sheet_id').notNull(),
    ...tenants(),
    /** As `domain/care-sheet/stored-sheet.ts` writes it. */
    facts: text('facts').notNull(),
    /** The body as it arrived. */
    document: text('document').notNull(),
    /** Hex SHA-256 of the content. */
    bodyHash: text('body_hash').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'care_sheet_documents_pkey',
      columns: [table.sheetId, table.submitterId, table.fundId],
    }),
  ],
);

/** One write of one client: the same key and body replay the answer. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    submitterId: integer64('submitter_id').notNull(),
    key: text('key').notNull(),
    fundId: integer64('fund_id').notNull(),
    bodyHash: text('body_hash').notNull(),
    sheetId: integer64('sheet_id').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'idempotency_keys_pkey', columns: [table.submitterId, table.key] }),
  ],
);

/** Months (yyyymm, as the ids of sheets begin) whose documents and lines are kept elsewhere. */
export const archivedMonths = pgTable('archived_months', {
  month: integer('month').primaryKey(),
  archivedAt: instant('archived_at').notNull().defaultNow(),
});
