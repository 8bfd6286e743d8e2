import type { Queryable } from '../client.ts';

/** A care sheet that a sender's number names already. */
export interface KnownNumber {
  readonly number: string;
  readonly id: number;
  /** Of what came in bulk; null for a sheet that came by itself. */
  readonly bodyHash: string | null;
}

/** The key of a sheet that comes in bulk: no header can hold its blank, so it is never reused. */
export function bulkKey(number: string): string {
  return `bulk ${number}`;
}

/** Those of a sender's numbers that are taken. */
export async function findKnownNumbers(
  tx: Queryable,
  submitterId: number,
  numbers: readonly string[],
): Promise<KnownNumber[]> {
  const { rows } = await tx.query<KnownNumber>(
    `SELECT s.number, s.id, k.body_hash AS "bodyHash"
     FROM care_sheets s
     LEFT JOIN idempotency_keys k ON k.submitter_id = s.submitter_id
       AND k.key = 'bulk ' || s.number
     WHERE s.submitter_id = $1 AND s.number = ANY ($2::text[])`,
    [submitterId, numbers],
  );
  return rows;
}
