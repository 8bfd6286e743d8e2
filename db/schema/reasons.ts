import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/**
 * How reasons are told, where it is not as shipped: versions of a wording, each proposed by one
 * person and approved by another. The newest approved one is in force from then on.
 */
export const reasonVersions = pgTable(
  'reason_versions',
  {
    code: text('code').notNull(),
    version: integer('version').notNull(),
    status: text('status', { enum: ['proposed', 'approved'] }).notNull(),
    /** Canonical JSON of the sentences and the legal source. */
    wording: text('wording').notNull(),
    /** Hex SHA-256 of the wording. */
    contentHash: text('content_hash').notNull(),
    author: text('author').notNull(),
    approver: text('approver'),
    proposedAt: instant('proposed_at').notNull(),
    approvedAt: instant('approved_at'),
  },
  (table) => [
    primaryKey({ name: 'reason_versions_pkey', columns: [table.code, table.version] }),
    check('reason_versions_number', sql`version > 0`),
    check('reason_versions_four_eyes', sql`approver is null or approver <> author`),
    check(
      'reason_versions_approved',
      sql`(status = 'approved') = (approver is not null and approved_at is not null)`,
    ),
  ],
);
