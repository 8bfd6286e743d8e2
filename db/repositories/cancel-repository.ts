import type { Queryable } from '../client.ts';

export interface CancellableSheet {
  readonly id: number;
  readonly submitterId: number;
  readonly fundId: number;
  readonly revision: number;
  readonly status: string;
}

/**
 * Locks the family, then the sheet, in the order of every other writer; undefined when the
 * organisation did not submit it.
 */
export async function lockCancellable(
  tx: Queryable,
  { sheetId, organisationId }: { sheetId: number; organisationId: number },
): Promise<CancellableSheet | undefined> {
  await tx.query(
    `SELECT i.id FROM insured i JOIN care_sheets s
       ON (s.insured_issuer, s.insured_number) = (i.issuer, i.number)
     WHERE s.id = $1 AND s.submitter_id = $2 FOR NO KEY UPDATE OF i`,
    [sheetId, organisationId],
  );
  const { rows } = await tx.query<CancellableSheet>(
    `SELECT id, submitter_id AS "submitterId", fund_id AS "fundId", revision, status
     FROM care_sheets WHERE id = $1 AND submitter_id = $2 FOR NO KEY UPDATE`,
    [sheetId, organisationId],
  );
  return rows[0];
}

/** Gives back what a decision took: history, consumptions and accumulators. */
export async function insertReversal(tx: Queryable, sheet: CancellableSheet): Promise<void> {
  const key = [sheet.id, sheet.submitterId, sheet.fundId, sheet.revision];
  await tx.query(
    `INSERT INTO family_history (insured_id, submitter_id, fund_id, sheet_id, revision, kind,
       lines, consumptions)
     SELECT insured_id, submitter_id, fund_id, sheet_id, revision, 'reversal', '[]', '[]'
     FROM family_history
     WHERE (sheet_id, submitter_id, fund_id, revision) = ($1, $2, $3, $4) AND kind = 'decision'
       AND insured_id = (SELECT i.id FROM insured i JOIN care_sheets s
         ON (s.insured_issuer, s.insured_number) = (i.issuer, i.number) WHERE s.id = $1)`,
    key,
  );
  await tx.query(
    `WITH given_back AS (
       INSERT INTO consumptions (submitter_id, fund_id, sheet_id, revision, line_number,
         insured_id, cap, patient_rank, care_on, amount)
       SELECT submitter_id, fund_id, sheet_id, revision, line_number, insured_id, cap,
         patient_rank, care_on, -amount
       FROM consumptions
       WHERE (sheet_id, submitter_id, fund_id, revision) = ($1, $2, $3, $4) AND amount > 0
         AND insured_id = (SELECT i.id FROM insured i JOIN care_sheets s
           ON (s.insured_issuer, s.insured_number) = (i.issuer, i.number) WHERE s.id = $1)
       RETURNING fund_id, insured_id, cap, patient_rank, care_on, amount)
     UPDATE accumulators a SET used = a.used + g.amount
     FROM (SELECT insured_id, fund_id, cap, patient_rank,
         date_trunc('month', care_on)::date AS month, sum(amount)::bigint AS amount
       FROM given_back GROUP BY 1, 2, 3, 4, 5) AS g
     WHERE (a.insured_id, a.fund_id, a.cap, a.patient_rank, a.month)
       = (g.insured_id, g.fund_id, g.cap, g.patient_rank, g.month)`,
    key,
  );
}

export async function markCancelled(
  tx: Queryable,
  sheet: CancellableSheet,
  at: Date,
): Promise<void> {
  await tx.query(
    `UPDATE care_sheets SET status = 'cancelled', status_since = $4, benefit = 0
     WHERE (id, submitter_id, fund_id) = ($1, $2, $3)`,
    [sheet.id, sheet.submitterId, sheet.fundId, at],
  );
}
