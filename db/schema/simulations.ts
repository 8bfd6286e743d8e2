import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { instant, integer64 } from './columns.ts';
import { organisations } from './organisations.ts';

/**
 * A file of care sheets that are simulated and never submitted; its tenant is the organisation
 * that sent it. Any number of simulations read it until it expires, then its sheets are deleted.
 */
export const simulationFiles = pgTable(
  'simulation_files',
  {
    id: integer64('id').notNull().generatedAlwaysAsIdentity(),
    organisationId: integer64('organisation_id')
      .notNull()
      .references(() => organisations.id),
    sentBy: text('sent_by').notNull(),
    sentAt: instant('sent_at').notNull(),
    /** The day on which its sheets count as received. */
    receivedOn: date('received_on').notNull(),
    status: text('status', { enum: ['open', 'whole', 'gone'] }).notNull(),
    /** Its sheets, and its lines that are none or repeat one. */
    sheets: integer('sheets').notNull().default(0),
    refused: integer('refused').notNull().default(0),
    /** The first and the last day of care in it; null while it is open. */
    careFrom: date('care_from'),
    careTo: date('care_to'),
    /** Hex SHA-256 of the file as it was sent; null until all of it is here. */
    contentHash: text('content_hash'),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'simulation_files_pkey', columns: [table.id, table.organisationId] }),
    index('simulation_files_kept').on(table.expiresAt).where(sql`status <> 'gone'`),
    check(
      'simulation_files_whole',
      sql`status <> 'whole' or (content_hash is not null and care_from <= care_to and sheets > 0)`,
    ),
  ],
);

/** The sheets of a file: what decisions see of them, and no name. */
export const simulationSheets = pgTable(
  'simulation_sheets',
  {
    fileId: integer64('file_id').notNull(),
    organisationId: integer64('organisation_id').notNull(),
    line: integer('line').notNull(),
    provider: text('provider').notNull(),
    number: text('number').notNull(),
    /** The fund that the sheet names, which is no tenant of this row. */
    namedFundId: integer64('named_fund_id')
      .notNull()
      .references(() => organisations.id),
    careOn: date('care_on').notNull(),
    insuredIssuer: text('insured_issuer').notNull(),
    insuredNumber: text('insured_number').notNull(),
    /** As `domain/care-sheet/stored-sheet.ts` writes it. */
    facts: text('facts').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'simulation_sheets_pkey',
      columns: [table.fileId, table.line, table.organisationId],
    }),
    unique('simulation_sheets_number').on(
      ...[table.fileId, table.provider, table.number, table.organisationId],
    ),
    foreignKey({
      name: 'simulation_sheets_file_fkey',
      columns: [table.fileId, table.organisationId],
      foreignColumns: [simulationFiles.id, simulationFiles.organisationId],
    }),
  ],
);

/**
 * What a version of a ruleset would have made of the sheets of a period, or of a file. Only the
 * tables here are ever written by a simulation; its tenant is the organisation that asked for it.
 */
export const simulations = pgTable(
  'simulations',
  {
    id: integer64('id').notNull().generatedAlwaysAsIdentity(),
    organisationId: integer64('organisation_id')
      .notNull()
      .references(() => organisations.id),
    askedBy: text('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    code: text('code').notNull(),
    /** 0 for a document that is no stored version. */
    version: integer('version').notNull(),
    /** Canonical JSON of `domain/coverage/ruleset.ts`: a draft may change meanwhile. */
    document: text('document').notNull(),
    contentHash: text('content_hash').notNull(),
    periodFrom: date('period_from').notNull(),
    periodTo: date('period_to').notNull(),
    /** The file whose sheets it simulates; null: those that are stored. */
    fileId: integer64('file_id'),
    /** Whose sheets are counted; null: those of every fund. */
    onlyFundId: integer64('only_fund_id').references(() => organisations.id),
    /** Every sheet is decided under the record as it was known then. */
    recordRevision: integer64('record_revision').notNull(),
    status: text('status', {
      enum: ['planning', 'running', 'done', 'cancelled', 'failed'],
    }).notNull(),
    /** Sheets of the period that are not simulated, by status: JSON. */
    leftOut: text('left_out').notNull().default('{}'),
    /** How often the queue was told of it, and when it last came on. */
    rings: integer('rings').notNull().default(0),
    movedAt: instant('moved_at').notNull(),
    finishedAt: instant('finished_at'),
    /** Canonical JSON, and the hex SHA-256 of it. */
    report: text('report'),
    reportHash: text('report_hash'),
  },
  (table) => [
    primaryKey({ name: 'simulations_pkey', columns: [table.id, table.organisationId] }),
    index('simulations_open').on(table.movedAt).where(sql`status in ('planning', 'running')`),
    index('simulations_organisation').on(table.organisationId, table.id),
    foreignKey({
      name: 'simulations_file_fkey',
      columns: [table.fileId, table.organisationId],
      foreignColumns: [simulationFiles.id, simulationFiles.organisationId],
    }),
    check('simulations_period', sql`period_from <= period_to`),
    check('simulations_done', sql`(status = 'done') = (report is not null)`),
    check('simulations_hash', sql`(report is null) = (report_hash is null)`),
  ],
);

const ofSimulation = () => ({
  simulationId: integer64('simulation_id').notNull(),
  organisationId: integer64('organisation_id').notNull(),
  shard: smallint('shard').notNull(),
});

/** A share of the families of a simulation, which one job replays. */
export const simulationShards = pgTable(
  'simulation_shards',
  {
    ...ofSimulation(),
    sheets: integer('sheets').notNull(),
    done: integer('done').notNull().default(0),
    /** How often a worker began it: only the last one may write. */
    starts: integer('starts').notNull().default(0),
    movedAt: instant('moved_at'),
    /** What `domain/simulation/partial-text.ts` writes, once all of it is replayed. */
    result: text('result'),
  },
  (table) => [
    primaryKey({
      name: 'simulation_shards_pkey',
      columns: [table.simulationId, table.shard, table.organisationId],
    }),
    foreignKey({
      name: 'simulation_shards_simulation_fkey',
      columns: [table.simulationId, table.organisationId],
      foreignColumns: [simulations.id, simulations.organisationId],
    }),
  ],
);

/**
 * The plan: sheets of whole families, each family in the order of care; gone when it is done. The
 * sheets of a file go by their lines.
 */
export const simulationBatches = pgTable(
  'simulation_batches',
  {
    ...ofSimulation(),
    number: integer('number').notNull(),
    sheetIds: integer64('sheet_ids').array().notNull(),
  },
  (table) => [
    primaryKey({
      name: 'simulation_batches_pkey',
      columns: [table.simulationId, table.shard, table.number, table.organisationId],
    }),
    foreignKey({
      name: 'simulation_batches_shard_fkey',
      columns: [table.simulationId, table.shard, table.organisationId],
      foreignColumns: [
        simulationShards.simulationId,
        simulationShards.shard,
        simulationShards.organisationId,
      ],
    }),
  ],
);

/** Sheets that change, some of them a row: what `domain/simulation/change-text.ts` writes. */
export const simulationChanges = pgTable(
  'simulation_changes',
  {
    ...ofSimulation(),
    /** The place of the first of them among those of the shard, from 0. */
    place: integer('place').notNull(),
    count: smallint('count').notNull(),
    changes: text('changes').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'simulation_changes_pkey',
      columns: [table.simulationId, table.shard, table.place, table.organisationId],
    }),
    foreignKey({
      name: 'simulation_changes_shard_fkey',
      columns: [table.simulationId, table.shard, table.organisationId],
      foreignColumns: [
        simulationShards.simulationId,
        simulationShards.shard,
        simulationShards.organisationId,
      ],
    }),
  ],
);
