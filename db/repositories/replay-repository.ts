import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import { decodeSheet } from '#domain/care-sheet/stored-sheet.ts';
import { BY_KEY, type Queryable } from '../client.ts';

/** A decision as it was stored, with what finds its input again. */
export interface StoredDecision {
  readonly sheetId: number;
  readonly revision: number;
  readonly sheet: CareSheet;
  /** Undefined when the family is on no record to this day. */
  readonly insuredId: number | undefined;
  readonly recordRevision: number;
  readonly historyPosition: number;
  readonly content: string;
  /** What it left in the history of its family; null when it left nothing. */
  readonly lines: string | null;
  readonly consumptions: string | null;
}

/** Where to go on: after this decision, in the order of sheets and revisions. */
export interface ReplayPlace {
  readonly sheetId: number;
  readonly revision: number;
}

interface Row extends Omit<StoredDecision, 'sheet' | 'insuredId'> {
  facts: string;
  insuredId: number | null;
}

/** Reads only, and by key, for the rest of a transaction: its role reads whole tables elsewhere. */
export async function readByKey(tx: Queryable): Promise<void> {
  const settings = BY_KEY.map((setting) => `SET LOCAL ${setting}`);
  await tx.query(['SET TRANSACTION READ ONLY', ...settings].join('; '));
}

/** The page is chosen first: joins of all that comes after it would make a replay quadratic. */
export async function readStoredDecisions(
  tx: Queryable,
  { after, limit }: { after: ReplayPlace; limit: number },
): Promise<StoredDecision[]> {
  const { rows } = await tx.query<Row>(
    `WITH page AS MATERIALIZED (
       SELECT * FROM decisions WHERE (sheet_id, revision) > ($1, $2)
       ORDER BY sheet_id, revision LIMIT $3)
     SELECT d.sheet_id AS "sheetId", d.revision, c.facts, i.id AS "insuredId",
       d.record_revision AS "recordRevision", d.history_position AS "historyPosition", d.content,
       h.lines, h.consumptions
     FROM page d
     JOIN care_sheet_documents c USING (sheet_id, submitter_id, fund_id)
     JOIN care_sheets s ON (s.id, s.submitter_id, s.fund_id)
       = (d.sheet_id, d.submitter_id, d.fund_id)
     LEFT JOIN insured i ON (i.issuer, i.number) = (s.insured_issuer, s.insured_number)
     LEFT JOIN family_history h ON h.insured_id = i.id AND h.kind = 'decision'
       AND (h.sheet_id, h.revision, h.submitter_id, h.fund_id)
         = (d.sheet_id, d.revision, d.submitter_id, d.fund_id)
     ORDER BY d.sheet_id, d.revision`,
    [after.sheetId, after.revision, limit],
  );
  return rows.map(({ facts, insuredId, ...row }) => ({
    ...row,
    sheet: decodeSheet(facts),
    insuredId: insuredId ?? undefined,
  }));
}

/** The newest revision up to one that changed what belongs to no tenant; 0 for none. */
export async function referenceRevisionAt(tx: Queryable, revision: number): Promise<number> {
  const { rows } = await tx.query<{ number: number }>(
    `SELECT coalesce(max(number), 0) AS number FROM revisions
     WHERE kind NOT IN ('people', 'providers') AND number <= $1`,
    [revision],
  );
  return rows[0]?.number ?? 0;
}
