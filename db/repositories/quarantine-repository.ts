import type { Queryable } from '../client.ts';
import type { OpenCareSheet } from './care-sheet-repository.ts';

/** A sheet that was set apart, and why; `requeuedAt` is null while it waits for an operator. */
export interface QuarantinedSheet {
  readonly sheetId: number;
  readonly submitterId: number;
  readonly fundId: number;
  readonly number: string;
  readonly at: Date;
  readonly cause: string;
}

export async function insertQuarantine(
  tx: Queryable,
  sheet: OpenCareSheet,
  { cause, at }: { cause: string; at: Date },
): Promise<void> {
  await tx.query(
    `UPDATE care_sheets SET status = 'quarantined', status_since = $4, reasons = '{quarantined}'
     WHERE (id, submitter_id, fund_id) = ($1, $2, $3)`,
    [sheet.id, sheet.submitterId, sheet.fundId, at],
  );
  await tx.query(
    `INSERT INTO quarantines (sheet_id, submitter_id, fund_id, at, cause)
     VALUES ($1, $2, $3, $4, $5)`,
    [sheet.id, sheet.submitterId, sheet.fundId, at, cause],
  );
}

/** What waits in quarantine, oldest first. */
export async function readQuarantine(tx: Queryable): Promise<QuarantinedSheet[]> {
  const { rows } = await tx.query<QuarantinedSheet>(
    `SELECT q.sheet_id AS "sheetId", q.submitter_id AS "submitterId", q.fund_id AS "fundId",
       s.number, q.at, q.cause
     FROM quarantines q JOIN care_sheets s
       ON (s.id, s.submitter_id, s.fund_id) = (q.sheet_id, q.submitter_id, q.fund_id)
     WHERE q.requeued_at IS NULL AND s.status = 'quarantined' ORDER BY q.at, q.sheet_id`,
  );
  return rows;
}

/** Sends a sheet back to be decided; undefined when it is not in quarantine. */
export async function releaseFromQuarantine(
  tx: Queryable,
  sheetId: number,
  at: Date,
): Promise<{ submitterId: number; fundId: number } | undefined> {
  const { rows } = await tx.query<{ submitterId: number; fundId: number }>(
    `UPDATE care_sheets SET status = 'received', status_since = $2
     WHERE id = $1 AND status = 'quarantined'
     RETURNING submitter_id AS "submitterId", fund_id AS "fundId"`,
    [sheetId, at],
  );
  await tx.query(
    'UPDATE quarantines SET requeued_at = $2 WHERE sheet_id = $1 AND requeued_at IS NULL',
    [sheetId, at],
  );
  return rows[0];
}
