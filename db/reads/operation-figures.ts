import type { Queryable } from '../client.ts';

/** What an operator watches: the sheets that are not done, of all organisations together. */
export interface OperationFigures {
  /** Sheets that wait, by status. */
  readonly open: Readonly<Record<string, number>>;
  /** Seconds since the oldest sheet of each status came into it; absent when there is none. */
  readonly oldest: Readonly<Record<string, number>>;
  /** Decided sheets whose benefit is not settled, and its sum in centimes. */
  readonly payable: { readonly sheets: number; readonly benefit: number };
  /** Ranges of sheets that workers have not finished. */
  readonly outboxChunks: number;
}

/** Both counts read partial indexes of what is open, so they stay cheap as the table grows. */
export async function readOperationFigures(operator: Queryable): Promise<OperationFigures> {
  const [open, payable, outbox] = await Promise.all([
    operator.query<{ status: string; sheets: number; age: number }>(
      `SELECT status, count(*) AS sheets,
         extract(epoch FROM now() - min(status_since))::float8 AS age
       FROM care_sheets WHERE status IN ('received', 'pended', 'returned', 'quarantined')
       GROUP BY status`,
    ),
    operator.query<{ sheets: number; benefit: number }>(
      `SELECT count(*) AS sheets, coalesce(sum(benefit), 0)::bigint AS benefit
       FROM care_sheets WHERE status = 'decided' AND benefit > 0`,
    ),
    operator.query<{ chunks: number }>('SELECT count(*) AS chunks FROM outbox_chunks'),
  ]);
  return {
    open: Object.fromEntries(open.rows.map(({ status, sheets }) => [status, sheets])),
    oldest: Object.fromEntries(open.rows.map(({ status, age }) => [status, age])),
    payable: payable.rows[0] ?? { sheets: 0, benefit: 0 },
    outboxChunks: outbox.rows[0]?.chunks ?? 0,
  };
}
