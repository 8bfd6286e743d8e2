import { sql } from 'drizzle-orm';
import { check, integer, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { instant, integer64 } from './columns.ts';

/**
 * One row for the whole installation. `revision` is the newest revision of the record; `epoch`
 * grows when the database is restored elsewhere, since transaction ids then start anew.
 */
export const installation = pgTable(
  'installation',
  {
    id: smallint('id').primaryKey().default(1),
    epoch: integer('epoch').notNull().default(1),
    systemIdentifier: text('system_identifier').notNull(),
    revision: integer64('revision').notNull().default(0),
  },
  () => [check('installation_one_row', sql`id = 1`)],
);

/** What changed the record about the world: one import, seed or publication each. */
export const revisions = pgTable('revisions', {
  number: integer64('number').primaryKey(),
  kind: text('kind').notNull(),
  actor: text('actor').notNull(),
  recordedAt: instant('recorded_at').notNull().defaultNow(),
});

/** The head of the audit chain: number and hash of its last entry, locked by each append. */
export const auditHead = pgTable(
  'audit_head',
  {
    id: smallint('id').primaryKey().default(1),
    number: integer64('number').notNull().default(0),
    hash: text('hash').notNull().default(''),
  },
  () => [check('audit_head_one_row', sql`id = 1`)],
);

/** Append-only and hash-chained: who did what to which thing, by ids only. */
export const auditEntries = pgTable('audit_entries', {
  number: integer64('number').primaryKey(),
  at: instant('at').notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});
