import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';

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

/** What a session may do with a chunk that waits. */
export interface ClaimedChunk extends Chunk {
  /**
   * mine: claimed and its start is counted, until the session ends. suspect: a process died of it,
   * or beside it. later: there was no room. taken: another session has it.
   */
  readonly claim: 'mine' | 'suspect' | 'later' | 'taken';
}

/**
 * A server that dies forgets who had claimed what, so the count of starts need not be on disk
 * before the work begins.
 */
const CLAIM = `WITH unhurried AS MATERIALIZED (
    SELECT set_config('synchronous_commit', 'off', true)),
  waiting AS MATERIALIZED (
    SELECT id, first_id, last_id, starts, row_number() OVER by_id AS place,
      sum(last_id - first_id + 1) OVER by_id AS sheets
    FROM outbox_chunks, unhurried WHERE id = ANY ($2::bigint[])
    WINDOW by_id AS (ORDER BY id)),
  asked AS MATERIALIZED (
    SELECT waiting.*, CASE
      WHEN starts > 0 THEN 'suspect'
      WHEN place > 1 AND sheets > $3 THEN 'later'
      WHEN pg_try_advisory_lock($1, (id % 2147483647)::int) THEN 'mine'
      ELSE 'taken' END AS claim
    FROM waiting),
  started AS (
    UPDATE outbox_chunks c SET starts = 1 FROM asked
    WHERE c.id = asked.id AND asked.claim = 'mine' AND c.starts = 0 RETURNING c.id)
  SELECT asked.id, first_id AS "firstId", last_id AS "lastId", starts + 1 AS starts,
    CASE WHEN claim = 'mine' AND started.id IS NULL THEN 'taken' ELSE claim END AS claim
  FROM asked LEFT JOIN started ON started.id = asked.id ORDER BY asked.id`;

/**
 * Makes this session the only one that works at these chunks, up to `maxSheets` together, and
 * counts the start of each in its own commit, so that a process that dies of one leaves a trace.
 * Chunks that are done are not in the answer.
 */
export async function claimChunks(
  session: Queryable,
  ids: readonly number[],
  maxSheets: number,
): Promise<ClaimedChunk[]> {
  const { rows } = await session.query<ClaimedChunk>(prepared(CLAIM), [CLAIMS, ids, maxSheets]);
  return rows;
}

/**
 * Makes this session the only one that works at a chunk that may have killed a process, and counts
 * its start. Undefined when the chunk is done, or another session has it.
 */
export async function claimSuspect(session: Queryable, id: number): Promise<Chunk | undefined> {
  const { rows } = await session.query<Chunk>(
    `WITH claimed AS MATERIALIZED (
       SELECT pg_try_advisory_lock($1, ($2::bigint % 2147483647)::int) AS held)
     UPDATE outbox_chunks SET starts = starts + 1
     WHERE id = $2 AND (SELECT held FROM claimed) RETURNING ${CHUNK}`,
    [CLAIMS, id],
  );
  return rows[0];
}

/** Takes back a start that ended with an error the process survived. */
export async function takeBackStarts(session: Queryable, ids: readonly number[]): Promise<void> {
  await session.query(
    'UPDATE outbox_chunks SET starts = starts - 1 WHERE id = ANY ($1) AND starts > 0',
    [ids],
  );
}

/** Locks a claimed chunk until COMMIT; false when it is done: then do nothing. */
export async function lockChunk(tx: Queryable, id: number): Promise<boolean> {
  const { rowCount } = await tx.query('SELECT 1 FROM outbox_chunks WHERE id = $1 FOR UPDATE', [id]);
  return rowCount === 1;
}

/** Takes claimed chunks out of the outbox; gives how many were there. */
export async function deleteChunks(tx: Queryable, ids: readonly number[]): Promise<number> {
  const { rowCount } = await tx.query(
    prepared('DELETE FROM outbox_chunks WHERE id = ANY ($1::bigint[])'),
    [ids],
  );
  return rowCount ?? 0;
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
