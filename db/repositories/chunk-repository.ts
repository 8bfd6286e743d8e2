import type { Queryable } from '../client.ts';

/** A range of sheet ids that waits to be decided. */
export interface Chunk {
  readonly id: number;
  readonly firstId: number;
  readonly lastId: number;
  /** How often a worker began it without saying how it ended; the current time included. */
  readonly starts: number;
}

const CHUNK = 'id, first_id AS "firstId", last_id AS "lastId", starts';

/** The first key of the advisory locks on chunks; those of other things have one key only. */
const CLAIMS = 7264;

/**
 * Makes this session the only one that works at a chunk, until the session ends, so that a start
 * counts only for who can go on. Gives how often it was begun before; undefined when the chunk is
 * done, or another session has it.
 */
export async function claimChunk(session: Queryable, id: number): Promise<number | undefined> {
  const { rows } = await session.query<{ starts: number; claimed: boolean }>(
    `WITH chunk AS MATERIALIZED (SELECT starts FROM outbox_chunks WHERE id = $2)
     SELECT starts, pg_try_advisory_lock($1, ($2::bigint % 2147483647)::int) AS claimed FROM chunk`,
    [CLAIMS, id],
  );
  return rows[0]?.claimed === true ? rows[0].starts : undefined;
}

/**
 * Counts a start of a claimed chunk, in its own commit, so that a process that dies of the chunk
 * leaves a trace. Undefined when the chunk is done.
 */
export async function startChunk(session: Queryable, id: number): Promise<Chunk | undefined> {
  const { rows } = await session.query<Chunk>(
    `UPDATE outbox_chunks SET starts = starts + 1 WHERE id = $1 RETURNING ${CHUNK}`,
    [id],
  );
  return rows[0];
}

/** Takes back a start that ended with an error the process survived. */
export async function takeBackStart(session: Queryable, id: number): Promise<void> {
  await session.query('UPDATE outbox_chunks SET starts = starts - 1 WHERE id = $1 AND starts > 0', [
    id,
  ]);
}

/** Locks a claimed chunk until COMMIT; false when it is done: then do nothing. */
export async function lockChunk(tx: Queryable, id: number): Promise<boolean> {
  const { rowCount } = await tx.query('SELECT 1 FROM outbox_chunks WHERE id = $1 FOR UPDATE', [id]);
  return rowCount === 1;
}

export async function deleteChunk(tx: Queryable, id: number): Promise<void> {
  await tx.query('DELETE FROM outbox_chunks WHERE id = $1', [id]);
}

/** New chunks of one sheet each; gives their ids. */
export async function insertSingleChunks(
  tx: Queryable,
  sheetIds: readonly number[],
): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO outbox_chunks (first_id, last_id)
     SELECT id, id FROM unnest($1::bigint[]) AS id RETURNING id`,
    [sheetIds],
  );
  return rows.map(({ id }) => id);
}

/** Chunks that nobody was told of for a while; counts and stamps the new ring. */
export async function takeSilentChunks(
  tx: Queryable,
  { silentSeconds, limit }: { silentSeconds: number; limit: number },
): Promise<{ id: number; rings: number }[]> {
  const { rows } = await tx.query<{ id: number; rings: number }>(
    `UPDATE outbox_chunks SET rings = rings + 1, rung_at = now()
     WHERE id IN (SELECT id FROM outbox_chunks
       WHERE coalesce(rung_at, created_at) < now() - make_interval(secs => $1)
       ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING id, rings`,
    [silentSeconds, limit],
  );
  return rows;
}
