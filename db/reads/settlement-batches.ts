import type { Queryable } from '../client.ts';

/** A sealed settlement batch of a fund; amounts in centimes. */
export interface BatchRecord {
  readonly number: number;
  readonly upTo: string;
  readonly entryCount: number;
  readonly paymentCount: number;
  readonly heldCount: number;
  readonly submitted: number;
  readonly eligible: number;
  readonly benefit: number;
  readonly copay: number;
  readonly overCap: number;
  readonly excess: number;
  readonly disallowed: number;
  readonly bordereauHash: string;
  readonly sealedAt: Date;
  readonly sealedBy: string;
  readonly paidAt: Date | null;
  readonly paidBy: string | null;
}

const COLUMNS = `number, up_to AS "upTo", entry_count AS "entryCount",
  payment_count AS "paymentCount", held_count AS "heldCount", submitted, eligible, benefit, copay,
  over_cap AS "overCap", excess, disallowed, bordereau_hash AS "bordereauHash",
  sealed_at AS "sealedAt", sealed_by AS "sealedBy", paid_at AS "paidAt", paid_by AS "paidBy"`;

/** The newest batches of a fund, those whose number is below `before`. */
export async function listBatches(
  tx: Queryable,
  fundId: number,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<BatchRecord[]> {
  const { rows } = await tx.query<BatchRecord>(
    `SELECT ${COLUMNS} FROM settlement_batches
     WHERE fund_id = $1 AND ($2::bigint IS NULL OR number < $2) ORDER BY number DESC LIMIT $3`,
    [fundId, before ?? null, limit],
  );
  return rows;
}

export async function findBatch(
  tx: Queryable,
  { fundId, number }: { fundId: number; number: number },
): Promise<BatchRecord | undefined> {
  const { rows } = await tx.query<BatchRecord>(
    `SELECT ${COLUMNS} FROM settlement_batches WHERE fund_id = $1 AND number = $2`,
    [fundId, number],
  );
  return rows[0];
}
