import type { Queryable } from '../client.ts';

/** How many sheets of a fund came to what, and what it owes for them; amounts in centimes. */
export interface OutcomeSummary {
  readonly fund: string;
  readonly outcome: string;
  readonly sheets: number;
  readonly submitted: number;
  readonly benefit: number;
}

/** Outcomes by fund over everything that is stored, for reports of an operator. */
export async function summariseOutcomes(tx: Queryable): Promise<OutcomeSummary[]> {
  const { rows } = await tx.query<OutcomeSummary>(
    `SELECT o.code AS fund, coalesce(s.outcome, s.status) AS outcome, count(*)::int AS sheets,
       sum(s.submitted)::bigint AS submitted, sum(s.benefit)::bigint AS benefit
     FROM care_sheets s JOIN organisations o ON o.id = s.fund_id
     GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return rows;
}

/** The reasons given most often, with the number of sheets that have them. */
export async function summariseReasons(
  tx: Queryable,
  limit: number,
): Promise<{ reason: string; sheets: number }[]> {
  const { rows } = await tx.query<{ reason: string; sheets: number }>(
    `SELECT reason, count(*)::int AS sheets FROM care_sheets, unnest(reasons) AS reason
     GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Sheets that nobody has decided, pended or set apart yet. */
export async function countUndecided(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ sheets: number }>(
    `SELECT count(*)::int AS sheets FROM care_sheets WHERE status = 'received'`,
  );
  return rows[0]?.sheets ?? 0;
}

export async function countCareSheets(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ sheets: number }>(
    'SELECT count(*)::int AS sheets FROM care_sheets',
  );
  return rows[0]?.sheets ?? 0;
}
