import { careDate } from '#domain/care-sheet/care-date.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import { encodeSheet } from '#domain/care-sheet/stored-sheet.ts';
import { arrayParameters, type BulkColumn, column, columnArrays } from '../bulk-insert.ts';
import { inTransaction, type Pool, type Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { Statement } from '../statement.ts';
import { auditStatement } from './audit-repository.ts';

/** A care sheet that is about to be acknowledged. */
export interface NewCareSheet {
  readonly id: number;
  readonly submitterId: number;
  readonly fundId: number;
  readonly clientId: string;
  readonly idempotencyKey: string;
  readonly bodyHash: string;
  /** The body as it arrived. */
  readonly document: string;
  readonly sheet: CareSheet;
  readonly receivedAt: Date;
}

export const SHEET_ID_BLOCK = 1_000;

/**
 * The first id of a block of `SHEET_ID_BLOCK` that nobody else has: the current month (yyyymm),
 * by which what is large is partitioned, then nine digits.
 */
export async function nextSheetIdBlock(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ block: number }>(
    `SELECT to_char(now() AT TIME ZONE 'Africa/Casablanca', 'YYYYMM')::bigint * 1000000
       + nextval('care_sheet_id_blocks') % 1000000 AS block`,
  );
  return (rows[0]?.block ?? 0) * SHEET_ID_BLOCK;
}

/** The funds by their code: organisation ids. */
export async function readFundIds(tx: Queryable): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ id: number; code: string }>(
    prepared(`SELECT id, code FROM organisations WHERE kind = 'fund'`),
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/**
 * Writes sheets, documents, keys and one outbox chunk, whose `id` it answers. The ids of the sheets
 * are one range. A number or key that is there already fails the whole (SQLSTATE 23505).
 */
function careSheetsStatement(sheets: readonly NewCareSheet[]): Statement {
  const ids = sheets.map(({ id }) => id);
  return {
    ...prepared(INSERT),
    values: [
      ...columnArrays(sheets, HEAD),
      ...columnArrays(sheets, DOCUMENT),
      ...columnArrays(sheets, KEY),
      String(Math.min(...ids)),
      String(Math.max(...ids)),
    ],
  };
}

/**
 * Stores sheets with the entry of the audit in one transaction of one journey; gives the id of the
 * chunk that they make.
 */
export async function insertCareSheets(
  pool: Pool,
  sheets: readonly NewCareSheet[],
  actor: string,
): Promise<number> {
  const [first, last] = [sheets[0]?.id, sheets.at(-1)?.id];
  const statements = [
    careSheetsStatement(sheets),
    auditStatement({ actor, action: 'care-sheets.accepted' }, [`sheets:${first}-${last}`]),
  ];
  const [inserted] = await inTransaction(pool, (_, { finish }) => finish(statements));
  return (inserted?.rows[0] as { id: number } | undefined)?.id ?? 0;
}

/** What an idempotency key of a sender was used for; undefined when it is new. */
export async function findIdempotencyKey(
  tx: Queryable,
  submitterId: number,
  key: string,
): Promise<{ sheetId: number; bodyHash: string; receivedAt: Date } | undefined> {
  const { rows } = await tx.query<{ sheetId: number; bodyHash: string; receivedAt: Date }>(
    `SELECT sheet_id AS "sheetId", body_hash AS "bodyHash", received_at AS "receivedAt"
     FROM idempotency_keys WHERE submitter_id = $1 AND key = $2`,
    [submitterId, key],
  );
  return rows[0];
}

/** The id of the sheet that bears a sender's number; undefined when the number is free. */
export async function findSheetId(
  tx: Queryable,
  submitterId: number,
  number: string,
): Promise<number | undefined> {
  const { rows } = await tx.query<{ id: number }>(
    'SELECT id FROM care_sheets WHERE submitter_id = $1 AND number = $2',
    [submitterId, number],
  );
  return rows[0]?.id;
}

const TENANTS: readonly BulkColumn<NewCareSheet>[] = [
  column('submitter_id', 'bigint', (row) => row.submitterId),
  column('fund_id', 'bigint', (row) => row.fundId),
];

const HEAD: readonly BulkColumn<NewCareSheet>[] = [
  column('id', 'bigint', (row) => row.id),
  ...TENANTS,
  column('number', 'text', (row) => row.sheet.number),
  column('received_at', 'timestamptz', (row) => row.receivedAt),
  column('received_on', 'date', (row) => row.sheet.receivedOn),
  column('care_on', 'date', (row) => careDate(row.sheet)),
  column('insured_issuer', 'text', (row) => row.sheet.insured.issuer),
  column('insured_number', 'text', (row) => row.sheet.insured.number),
  column('provider', 'text', (row) => row.sheet.provider),
  column('submitted', 'bigint', (row) => submittedTotal(row.sheet)),
  column('line_count', 'integer', (row) => row.sheet.lines.length),
  column('client_id', 'text', (row) => row.clientId),
];

const DOCUMENT: readonly BulkColumn<NewCareSheet>[] = [
  column('sheet_id', 'bigint', (row) => row.id),
  ...TENANTS,
  column('facts', 'json', (row) => encodeSheet(row.sheet)),
  column('document', 'json', (row) => row.document),
  column('body_hash', 'text', (row) => row.bodyHash),
];

/** What is the same for every new sheet, or follows from its other columns. */
const RECEIVED = { status: `'received'`, status_since: 'received_at' };

const KEY: readonly BulkColumn<NewCareSheet>[] = [
  ...TENANTS,
  column('key', 'text', (row) => row.idempotencyKey),
  column('body_hash', 'text', (row) => row.bodyHash),
  column('sheet_id', 'bigint', (row) => row.id),
  column('received_at', 'timestamptz', (row) => row.receivedAt),
];

/** Columns of the tables that come before the keys. */
const BEFORE_KEYS = HEAD.length + DOCUMENT.length;

/** The tables are written in this order, and their constraints checked after all of them. */
const INSERT = `WITH
  heads AS (${insertOf('care_sheets', HEAD, { at: 0, more: RECEIVED })}),
  documents AS (${insertOf('care_sheet_documents', DOCUMENT, { at: HEAD.length })}),
  keys AS (${insertOf('idempotency_keys', KEY, { at: BEFORE_KEYS })})
  INSERT INTO outbox_chunks (first_id, last_id)
  VALUES ($${BEFORE_KEYS + KEY.length + 1}, $${BEFORE_KEYS + KEY.length + 2}) RETURNING id`;

function insertOf<Row>(
  table: string,
  columns: readonly BulkColumn<Row>[],
  { at, more = {} }: { at: number; more?: Readonly<Record<string, string>> },
): string {
  const names = columns.map(({ name }) => name);
  const arrays = arrayParameters(columns).replace(/\$(\d+)/g, (_, n) => `$${at + Number(n)}`);
  return `INSERT INTO ${table} (${[...names, ...Object.keys(more)].join(', ')})
    SELECT ${[...names, ...Object.values(more)].join(', ')}
    FROM unnest(${arrays}) AS rows (${names.join(', ')})`;
}

function submittedTotal(sheet: CareSheet): number {
  return sheet.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
}
