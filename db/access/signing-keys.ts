import type pg from 'pg';
import { inTransaction, type Queryable } from '../client.ts';

const LOCK = 7_264_003;

/** The private JWKs that are in use, the newest first. */
export async function readSigningKeys(queryable: Queryable): Promise<string[]> {
  const { rows } = await queryable.query<{ jwk: string }>(
    `SELECT private_jwk AS jwk FROM signing_keys WHERE retired_at IS NULL
     ORDER BY created_at DESC, kid`,
  );
  return rows.map(({ jwk }) => jwk);
}

/** Stores the first signing key; of several processes that try, one wins and all get its key. */
export async function keepSigningKey(
  pool: pg.Pool,
  key: { readonly kid: string; readonly privateJwk: string },
): Promise<string[]> {
  return inTransaction(pool, async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const earlier = await readSigningKeys(tx);
    if (earlier.length > 0) return earlier;
    await tx.query('INSERT INTO signing_keys (kid, private_jwk) VALUES ($1, $2)', [
      key.kid,
      key.privateJwk,
    ]);
    return [key.privateJwk];
  });
}
