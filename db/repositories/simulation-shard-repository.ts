import { bulkInsert, column } from '../bulk-insert.ts';
import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';

/** A shard that this worker replays; whoever begins it later takes it over. */
export interface ClaimedShard {
  readonly simulationId: number;
  readonly organisationId: number;
  readonly shard: number;
  readonly starts: number;
}

/**
 * Begins a shard from its first batch, unless it is done, or another worker moved it on a moment
 * ago; what an earlier start left is taken away.
 */
export async function claimShard(
  tx: Queryable,
  {
    simulationId,
    shard,
    silentSeconds,
  }: Record<'simulationId' | 'shard' | 'silentSeconds', number>,
): Promise<ClaimedShard | undefined> {
  const { rows } = await tx.query<ClaimedShard>(
    `UPDATE simulation_shards SET starts = starts + 1, done = 0, moved_at = now()
     WHERE simulation_id = $1 AND shard = $2 AND result IS NULL
       AND (moved_at IS NULL OR moved_at < now() - make_interval(secs => $3))
     RETURNING simulation_id AS "simulationId", organisation_id AS "organisationId", shard, starts`,
    [simulationId, shard, silentSeconds],
  );
  const [claimed] = rows;
  if (claimed === undefined) return undefined;
  await tx.query('DELETE FROM simulation_changes WHERE simulation_id = $1 AND shard = $2', [
    simulationId,
    shard,
  ]);
  return claimed;
}

/** Gives a shard back, to be begun anew by anybody. */
export async function releaseShard(tx: Queryable, claimed: ClaimedShard): Promise<void> {
  await tx.query(
    `UPDATE simulation_shards SET moved_at = NULL
     WHERE simulation_id = $1 AND shard = $2 AND starts = $3 AND result IS NULL`,
    [claimed.simulationId, claimed.shard, claimed.starts],
  );
}

/** The sheets of a batch in their order; undefined after the last. */
export async function readBatch(
  tx: Queryable,
  { simulationId, shard }: ClaimedShard,
  after: number,
): Promise<{ number: number; sheetIds: number[] } | undefined> {
  const { rows } = await tx.query<{ number: number; sheetIds: string }>(
    prepared(`SELECT number, array_to_string(sheet_ids, ',') AS "sheetIds"
      FROM simulation_batches WHERE simulation_id = $1 AND shard = $2 AND number > $3
      ORDER BY number LIMIT 1`),
    [simulationId, shard, after],
  );
  const [batch] = rows;
  return batch && { number: batch.number, sheetIds: batch.sheetIds.split(',').map(Number) };
}

/**
 * Notes that a batch was replayed. False when the simulation was cancelled, or another worker
 * began the shard: then nothing may be written. A cancellation waits for the COMMIT.
 */
export async function moveShard(
  tx: Queryable,
  { simulationId, shard, starts }: ClaimedShard,
  sheets: number,
): Promise<boolean> {
  const running = await tx.query(
    prepared(`SELECT FROM simulations WHERE id = $1 AND status = 'running' FOR SHARE`),
    [simulationId],
  );
  if (running.rowCount !== 1) return false;
  const { rowCount } = await tx.query(
    prepared(`UPDATE simulation_shards SET done = done + $4, moved_at = now()
      WHERE simulation_id = $1 AND shard = $2 AND starts = $3 AND result IS NULL`),
    [simulationId, shard, starts, sheets],
  );
  return rowCount === 1;
}

/** Changes of one row: a page of them is read without reading many more. */
const CHANGES_OF_A_ROW = 100;

/** `changes` are JSON each; `place` is that of the first of them among all of the shard. */
export async function insertChanges(
  tx: Queryable,
  claimed: ClaimedShard,
  { place, changes }: { place: number; changes: readonly string[] },
): Promise<void> {
  const rows: { place: number; changes: readonly string[] }[] = [];
  for (let first = 0; first < changes.length; first += CHANGES_OF_A_ROW) {
    const part = changes.slice(first, first + CHANGES_OF_A_ROW);
    rows.push({ place: place + first, changes: part });
  }
  await bulkInsert(tx, 'simulation_changes', rows, [
    column('simulation_id', 'bigint', () => claimed.simulationId),
    column('organisation_id', 'bigint', () => claimed.organisationId),
    column('shard', 'integer', () => claimed.shard),
    column('place', 'integer', (row) => row.place),
    column('count', 'integer', (row) => row.changes.length),
    column('changes', 'json', (row) => `[${row.changes.join(',')}]`),
  ]);
}

/** Ends a shard with what was found in it; its plan is needed no more. */
export async function completeShard(
  tx: Queryable,
  { simulationId, shard }: ClaimedShard,
  result: string,
): Promise<void> {
  await tx.query(
    `UPDATE simulation_shards SET result = $3, moved_at = now()
     WHERE simulation_id = $1 AND shard = $2`,
    [simulationId, shard, result],
  );
  await tx.query('DELETE FROM simulation_batches WHERE simulation_id = $1 AND shard = $2', [
    simulationId,
    shard,
  ]);
}

/** The shards of a simulation in their order; undefined while one is not done. */
export async function listDoneShards(
  tx: Queryable,
  simulationId: number,
): Promise<number[] | undefined> {
  const { rows } = await tx.query<{ shard: number; isDone: boolean }>(
    `SELECT shard, result IS NOT NULL AS "isDone" FROM simulation_shards
     WHERE simulation_id = $1 ORDER BY shard`,
    [simulationId],
  );
  return rows.every(({ isDone }) => isDone) ? rows.map(({ shard }) => shard) : undefined;
}

/** What was found in a shard that is done. */
export async function readResult(
  tx: Queryable,
  { simulationId, shard }: Pick<ClaimedShard, 'simulationId' | 'shard'>,
): Promise<string> {
  const { rows } = await tx.query<{ result: string }>(
    'SELECT result FROM simulation_shards WHERE simulation_id = $1 AND shard = $2',
    [simulationId, shard],
  );
  if (rows[0] === undefined) throw new Error('a shard has gone');
  return rows[0].result;
}

/** What a simulation that will never end has left. */
export async function dropParts(tx: Queryable, simulationId: number): Promise<void> {
  await tx.query('DELETE FROM simulation_batches WHERE simulation_id = $1', [simulationId]);
  await tx.query('DELETE FROM simulation_changes WHERE simulation_id = $1', [simulationId]);
}
