import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { instant, integer64 } from './columns.ts';

/**
 * Versions of rulesets, one document each: changed while it is a draft, immutable once approved.
 * Whether a published one is scheduled, in force or superseded follows from its publications.
 */
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
 * The life of a version, one row a step, append-only: who wrote it, every content that it had,
 * who approved it. Two people means that nobody stands on both sides of one version.
 */
export const rulesetSteps = pgTable(
  'ruleset_steps',
  {
    code: text('code').notNull(),
    version: integer('version').notNull(),
    number: integer('number').notNull(),
    kind: text('kind', {
      enum: ['created', 'saved', 'submitted', 'returned', 'approved', 'published', 'withdrawn'],
    }).notNull(),
    /** The client id of the credential, or "cli:<operator>". */
    actor: text('actor').notNull(),
    at: instant('at').notNull().defaultNow(),
    /** Of the document as it was then. */
    contentHash: text('content_hash').notNull(),
    /** Canonical JSON, where the step wrote it: what later edits differ from. */
    document: text('document'),
    remark: text('remark'),
    /** Of who created the version and may ask again; with the hash of what was asked. */
    requestKey: text('request_key'),
    requestHash: text('request_hash'),
  },
  (table) => [
    primaryKey({
      name: 'ruleset_steps_pkey',
      columns: [table.code, table.version, table.number],
    }),
    foreignKey({
      name: 'ruleset_steps_version_fkey',
      columns: [table.code, table.version],
      foreignColumns: [rulesetVersions.code, rulesetVersions.version],
    }),
    uniqueIndex('ruleset_steps_request').on(table.actor, table.requestKey),
    check('ruleset_steps_written', sql`(kind in ('created', 'saved')) = (document is not null)`),
    check('ruleset_steps_asked', sql`(request_key is null) = (request_hash is null)`),
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
