import { type Database, inTransaction, type Queryable } from '../client.ts';
import { together } from '../together.ts';

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
    if (!Number.isSafeInteger(organisationId)) throw new RangeError('not an id');
    // Both in one message: they are most of what a small read would wait for.
    await tx.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
      SET LOCAL tasfiya.organisation_id = '${organisationId}'`);
    return work(tx);
  });
}

/**
 * Reads what a decision would see of a family, as the role that can keep nothing. One snapshot for
 * all queries of `work`; no row is locked.
 */
export async function readAsEstimator<T>(
  database: Database,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  return inTransaction(database.as('estimator'), async (tx) => {
    const snapshot = tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Sent in one flight with what comes first of the work.
    const [, result] = await together([snapshot, work(tx)]);
    return result;
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
