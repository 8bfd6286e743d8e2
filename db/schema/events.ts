import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { careSheets } from './care-sheets.ts';
import { instant, integer64, tenants } from './columns.ts';

/** A Postgres transaction id that never wraps; read as text, since it may pass 2^53. */
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * What happened to a sheet, for the feeds. A reader goes on after (epoch, xid, id) and reads
 * only below the oldest transaction that still runs, so that no late commit is ever skipped.
 */
export const events = pgTable(
  'events',
  {
    id: integer64('id').notNull().generatedAlwaysAsIdentity(),
    ...tenants(),
    epoch: integer('epoch').notNull(),
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    sheetId: integer64('sheet_id').notNull(),
    revision: integer('revision').notNull(),
    kind: text('kind', {
      enum: ['decided', 'pended', 'cancelled', 'settled', 'quarantined', 'requeued'],
    }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    // The order of a fund's feed; the other one is the order of a sender's.
    primaryKey({
      name: 'events_pkey',
      columns: [table.fundId, table.epoch, table.xid, table.id, table.submitterId],
    }),
    index('events_submitter').on(table.submitterId, table.epoch, table.xid, table.id),
  ],
);

/**
 * The outbox: a range of sheet ids that waits to be decided, written with the sheets and deleted
 * with their decisions. It names no tenant, and nothing but ids.
 */
export const outboxChunks = pgTable(
  'outbox_chunks',
  {
    id: integer64('id').primaryKey().generatedAlwaysAsIdentity(),
    firstId: integer64('first_id').notNull(),
    lastId: integer64('last_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** How often the queue was told, and when last. */
    rings: integer('rings').notNull().default(0),
    rungAt: instant('rung_at'),
    /** How often a worker began it without saying how it ended. */
    starts: integer('starts').notNull().default(0),
  },
  () => [check('outbox_chunks_range', sql`first_id <= last_id`)],
);

/** Sheets that killed or broke their worker, until an operator sends them again. */
export const quarantines = pgTable(
  'quarantines',
  {
    ...tenants(),
    sheetId: integer64('sheet_id').notNull(),
    at: instant('at').notNull(),
    /** The class and place of the failure; never a value of the sheet. */
    cause: text('cause').notNull(),
    requeuedAt: instant('requeued_at'),
  },
  (table) => [
    primaryKey({
      name: 'quarantines_pkey',
      columns: [table.sheetId, table.at, table.submitterId, table.fundId],
    }),
    foreignKey({
      name: 'quarantines_sheet_fkey',
      columns: [table.sheetId, table.submitterId, table.fundId],
      foreignColumns: [careSheets.id, careSheets.submitterId, careSheets.fundId],
    }),
  ],
);
