import type { Queryable } from '../client.ts';

/**
 * Makes the parts of the partitioned tables for the current month and so many that follow it; gives
 * how many were made. Harmless when they are there, and in any number of processes.
 */
export async function addMonths(tx: Queryable, ahead: number): Promise<number> {
  const { rows } = await tx.query<{ added: number }>('SELECT add_months($1) AS added', [ahead]);
  return rows[0]?.added ?? 0;
}
