import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import { decodeSheet } from '#domain/care-sheet/stored-sheet.ts';
import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';
import { together } from '../together.ts';

/** A care sheet that waits for its decision, with what the writes need beside its facts. */
export interface OpenCareSheet {
  readonly id: number;
  readonly submitterId: number;
  readonly fundId: number;
  /** Of the current decision; 0 before the first. */
  readonly revision: number;
  readonly careOn: string;
  readonly sheet: CareSheet;
}

interface HeadRow extends Omit<OpenCareSheet, 'sheet'> {
  status: string;
}

interface DocumentRow {
  sheetId: number;
  facts: string;
}

/**
 * LATERAL and OFFSET 0 keep the plan to look-ups by range, however young the statistics are. The
 * status is asked outside: within, the index of what is open answers, and reads all that waits.
 */
const HEADS = `SELECT s.*
  FROM unnest($1::bigint[], $2::bigint[]) AS r (first_id, last_id)
  CROSS JOIN LATERAL (
    SELECT id, submitter_id AS "submitterId", fund_id AS "fundId", revision, care_on AS "careOn",
      status
    FROM care_sheets WHERE id BETWEEN r.first_id AND r.last_id OFFSET 0) s
  WHERE s.status IN ('received', 'pended')
  ORDER BY s.id`;

/** By range too: to choose the part of a partitioned table for each row costs more than the row. */
const DOCUMENTS = `SELECT d.*
  FROM unnest($1::bigint[], $2::bigint[]) AS r (first_id, last_id)
  CROSS JOIN LATERAL (
    SELECT sheet_id AS "sheetId", facts FROM care_sheet_documents
    WHERE sheet_id BETWEEN r.first_id AND r.last_id OFFSET 0) d`;

/** The sheets of ranges of ids that are not decided yet, each once. */
export async function readOpenCareSheets(
  tx: Queryable,
  ranges: readonly { readonly firstId: number; readonly lastId: number }[],
): Promise<OpenCareSheet[]> {
  const values = [ranges.map(({ firstId }) => firstId), ranges.map(({ lastId }) => lastId)];
  const [heads, documents] = await together([
    tx.query<HeadRow>(prepared(HEADS), values),
    tx.query<DocumentRow>(prepared(DOCUMENTS), values),
  ]);
  const factsOf = new Map(documents.rows.map(({ sheetId, facts }) => [sheetId, facts]));
  // Ranges may overlap where a sheet was sent for a decision twice.
  return heads.rows
    .filter(({ id }, index) => id !== heads.rows[index - 1]?.id)
    .map(({ status: _status, ...head }) => ({ ...head, sheet: readFacts(head.id, factsOf) }));
}

function readFacts(id: number, factsOf: ReadonlyMap<number, string>): CareSheet {
  const facts = factsOf.get(id);
  if (facts === undefined) throw new Error(`sheet ${id} has no document`);
  return decodeSheet(facts);
}

/**
 * Sheets that wait for a row of the record (a tariff, a base price, a ruleset) and were last
 * decided before the newest change of such rows.
 */
export async function readSheetsToDecideAgain(
  tx: Queryable,
  { reasons, limit }: { reasons: readonly string[]; limit: number },
): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT s.id FROM care_sheets s JOIN decisions d
       ON (d.sheet_id, d.revision, d.submitter_id, d.fund_id)
        = (s.id, s.revision, s.submitter_id, s.fund_id)
     WHERE s.status = 'pended' AND s.reasons && $1::text[]
       AND d.record_revision < (SELECT max(number) FROM revisions WHERE kind = 'reference')
       AND NOT EXISTS (SELECT 1 FROM outbox_chunks c WHERE s.id BETWEEN c.first_id AND c.last_id)
     ORDER BY s.id LIMIT $2`,
    [reasons, limit],
  );
  return rows.map(({ id }) => id);
}
