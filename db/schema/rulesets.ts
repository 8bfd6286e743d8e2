import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, integer64 } from './columns.ts';

/** Versions of rulesets: one validated document each, immutable once approved. */
export const rulesetVersions = pgTable(
  'ruleset_versions',
  {
    code: text('code').notNull(),
    version: integer('version').notNull(),
    status: text('status', {
      enum: ['draft', 'submitted', 'approved', 'published', 'withdrawn'],
    }).notNull(),
    /** Canonical JSON of `domain/coverage/ruleset.ts`. */
    document: text('document').notNull(),
    /** Hex SHA-256 of the document. */
    contentHash: text('content_hash').notNull(),
    author: text('author').notNull(),
    approver: text('approver'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'ruleset_versions_pkey', columns: [table.code, table.version] }),
    check('ruleset_versions_four_eyes', sql`approver is null or approver <> author`),
    check('ruleset_versions_approved', sql`status <> 'published' or approver is not null`),
  ],
);

/**
 * In which version a scheme is decided, by date of care. An exclusion constraint of the
 * migrations forbids two rows in force for one scheme on one day.
 */
export const rulesetPublications = pgTable(
  'ruleset_publications',
  {
    scheme: text('scheme').notNull(),
    code: text('code').notNull(),
    version: integer('version').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    recordedRevision: integer64('recorded_revision').notNull(),
    supersededRevision: integer64('superseded_revision'),
  },
  (table) => [
    primaryKey({
      name: 'ruleset_publications_pkey',
      columns: [table.scheme, table.validFrom, table.recordedRevision],
    }),
  ],
);
