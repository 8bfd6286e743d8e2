import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { Queryable } from '../client.ts';

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

interface Row extends Omit<OpenCareSheet, 'sheet'> {
  facts: string;
}

const COLUMNS = `s.id, s.submitter_id AS "submitterId", s.fund_id AS "fundId", s.revision,
  s.care_on AS "careOn", d.facts`;

/** The sheets of a range of ids that are not decided yet. */
export async function readOpenCareSheets(
  tx: Queryable,
  { firstId, lastId }: { firstId: number; lastId: number },
): Promise<OpenCareSheet[]> {
  const { rows } = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM care_sheets s JOIN care_sheet_documents d
       ON (d.sheet_id, d.submitter_id, d.fund_id) = (s.id, s.submitter_id, s.fund_id)
     WHERE s.id BETWEEN $1 AND $2 AND s.status IN ('received', 'pended') ORDER BY s.id`,
    [firstId, lastId],
  );
  return rows.map(({ facts, ...row }) => ({ ...row, sheet: JSON.parse(facts) as CareSheet }));
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
