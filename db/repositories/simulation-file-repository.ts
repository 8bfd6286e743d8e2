import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import { encodeSheet } from '#domain/care-sheet/stored-sheet.ts';
import type { PeriodOfCare } from '#domain/simulation/period-of-care.ts';
import { arrayParameters, type BulkColumn, column, columnArrays } from '../bulk-insert.ts';
import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';

/** A file that is being sent, or was. */
export interface SimulationFile {
  readonly id: number;
  readonly organisationId: number;
}

/** A sheet of a file, by its line. */
export interface FileSheet {
  readonly line: number;
  readonly fundId: number;
  /** The day of care that places it, as that of a stored sheet. */
  readonly careOn: string;
  readonly sheet: CareSheet;
}

/** Since it was sent or last simulated. */
export const FILE_DAYS = 7;

/** Files that an organisation has now; one at a time opens another for it, until COMMIT. */
export async function countKeptFiles(tx: Queryable, organisationId: number): Promise<number> {
  await tx.query('SELECT pg_advisory_xact_lock(7266, ($1::bigint % 2147483647)::int)', [
    organisationId,
  ]);
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM simulation_files
     WHERE organisation_id = $1 AND status <> 'gone' AND expires_at > now()`,
    [organisationId],
  );
  return rows[0]?.count ?? 0;
}

export async function insertFile(
  tx: Queryable,
  file: {
    readonly organisationId: number;
    readonly sentBy: string;
    readonly sentAt: Date;
    readonly receivedOn: string;
  },
): Promise<SimulationFile> {
  const { organisationId } = file;
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO simulation_files (organisation_id, sent_by, sent_at, received_on, status,
       expires_at)
     VALUES ($1, $2, $3, $4, 'open', now() + make_interval(days => $5)) RETURNING id`,
    [organisationId, file.sentBy, file.sentAt, file.receivedOn, FILE_DAYS],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a file was not stored');
  return { id: row.id, organisationId };
}

const COLUMNS: readonly BulkColumn<FileSheet & { file: SimulationFile }>[] = [
  column('file_id', 'bigint', ({ file }) => file.id),
  column('organisation_id', 'bigint', ({ file }) => file.organisationId),
  column('line', 'integer', ({ line }) => line),
  column('provider', 'text', ({ sheet }) => sheet.provider),
  column('number', 'text', ({ sheet }) => sheet.number),
  column('named_fund_id', 'bigint', ({ fundId }) => fundId),
  column('care_on', 'date', ({ careOn }) => careOn),
  column('insured_issuer', 'text', ({ sheet }) => sheet.insured.issuer),
  column('insured_number', 'text', ({ sheet }) => sheet.insured.number),
  column('facts', 'json', ({ sheet }) => encodeSheet(sheet)),
];
const NAMES = COLUMNS.map(({ name }) => name).join(', ');

/** Adds sheets; gives the lines of those that are in, which a number twice is once. */
export async function insertFileSheets(
  tx: Queryable,
  file: SimulationFile,
  sheets: readonly FileSheet[],
): Promise<ReadonlySet<number>> {
  const rows = sheets.map((sheet) => ({ ...sheet, file }));
  const { rows: inserted } = await tx.query<{ line: number }>({
    ...prepared(`INSERT INTO simulation_sheets (${NAMES})
      SELECT ${NAMES} FROM unnest(${arrayParameters(COLUMNS)}) AS rows (${NAMES})
      ON CONFLICT DO NOTHING RETURNING line`),
    values: columnArrays(rows, COLUMNS),
  });
  return new Set(inserted.map(({ line }) => line));
}

export interface WholeFile {
  readonly sheets: number;
  readonly refused: number;
  readonly contentHash: string;
  readonly period: PeriodOfCare;
}

/** All of a file is here; gives when it expires. */
export async function completeFile(
  tx: Queryable,
  { id }: SimulationFile,
  { sheets, refused, contentHash, period }: WholeFile,
): Promise<Date> {
  const { rows } = await tx.query<{ expiresAt: Date }>(
    `UPDATE simulation_files SET status = 'whole', sheets = $2, refused = $3, content_hash = $4,
       care_from = $5, care_to = $6 WHERE id = $1 AND status = 'open'
     RETURNING expires_at AS "expiresAt"`,
    [id, sheets, refused, contentHash, period.from, period.to],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a file is not open any more');
  return row.expiresAt;
}

/** Nobody will use it: it goes with those that have expired. */
export async function abandonFile(tx: Queryable, { id }: SimulationFile): Promise<void> {
  await tx.query(
    `UPDATE simulation_files SET expires_at = '-infinity' WHERE id = $1 AND status = 'open'`,
    [id],
  );
}

/** The days of a file that is to be simulated, which keeps it anew; undefined: there is none. */
export async function useFile(
  tx: Queryable,
  { id, organisationId }: SimulationFile,
): Promise<PeriodOfCare | undefined> {
  const { rows } = await tx.query<{ from: string; to: string }>(
    `UPDATE simulation_files SET expires_at = now() + make_interval(days => $3)
     WHERE id = $1 AND organisation_id = $2 AND status = 'whole' AND expires_at > now()
     RETURNING care_from AS "from", care_to AS "to"`,
    [id, organisationId, FILE_DAYS],
  );
  return rows[0];
}

/** Deletes sheets of one file that has expired and is simulated no more; its row stays. */
export async function dropExpiredSheets(tx: Queryable, limit: number): Promise<void> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT id FROM simulation_files f
     WHERE status <> 'gone' AND expires_at < now() - interval '1 minute'
       AND NOT EXISTS (SELECT FROM simulations
         WHERE file_id = f.id AND status IN ('planning', 'running'))
     ORDER BY expires_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
  );
  const [expired] = rows;
  if (expired === undefined) return;
  const { rowCount } = await tx.query(
    `DELETE FROM simulation_sheets WHERE file_id = $1 AND line IN
       (SELECT line FROM simulation_sheets WHERE file_id = $1 ORDER BY line LIMIT $2)`,
    [expired.id, limit],
  );
  if ((rowCount ?? 0) >= limit) return;
  await tx.query(`UPDATE simulation_files SET status = 'gone' WHERE id = $1`, [expired.id]);
}
