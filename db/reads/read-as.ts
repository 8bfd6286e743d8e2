import { type Database, inTransaction, type Queryable } from '../client.ts';

/**
 * Reads as one organisation: row-level security shows what it submitted and what it pays, and
 * nothing else. One snapshot for all queries of `work`, which cannot write.
 */
export async function readAs<T>(
  database: Database,
  organisationId: number,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  return inTransaction(database.as('reader'), async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await tx.query(`SELECT set_config('tasfiya.organisation_id', $1, true)`, [
      String(organisationId),
    ]);
    return work(tx);
  });
}

/** Which of its two organisations a sheet is looked for by; each has an index. */
export interface Reader {
  readonly organisationId: number;
  readonly side: 'submitter' | 'fund';
}

/** The condition that lets Postgres use the index of the reader's side; security is not its job. */
export function ofReader(side: Reader['side'], parameter: number): string {
  return `${side === 'submitter' ? 'submitter_id' : 'fund_id'} = $${parameter}`;
}
