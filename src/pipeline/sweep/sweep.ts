import { inTransaction } from '#db/client.ts';
import { readSheetsToDecideAgain } from '#db/repositories/care-sheet-repository.ts';
import { insertSingleChunks, takeSilentChunks } from '#db/repositories/chunk-repository.ts';
import type { Context } from '#src/context.ts';

/** Reasons that a new row of the record can end. */
const WAITS_FOR_A_ROW = ['tariff-missing', 'base-price-missing', 'ruleset-missing'];
const SILENT_SECONDS = 2;
const LIMIT = 500;

/**
 * Postgres is the truth and the queue its doorbell: rings again for every chunk that is not done,
 * and for held sheets whose missing row was imported. Any number of sweepers may run.
 */
export async function sweep(context: Context): Promise<{ rung: number; again: number }> {
  const pool = context.database.as('worker');
  const rung = await ringSilentChunks(context);
  const again = await inTransaction(pool, async (tx) => {
    // One sweeper at a time makes these chunks, or two would make them twice.
    const { rows } = await tx.query<{ held: boolean }>(
      'SELECT pg_try_advisory_xact_lock(7264004) AS held',
    );
    if (rows[0]?.held !== true) return [];
    const ids = await readSheetsToDecideAgain(tx, { reasons: WAITS_FOR_A_ROW, limit: LIMIT });
    return ids.length === 0 ? [] : insertSingleChunks(tx, ids);
  });
  for (const id of again) context.ring(id);
  return { rung, again: again.length };
}

/** A queue that is long has forgotten nobody: its chunks only wait for their turn. */
async function ringSilentChunks({ database, queue }: Context): Promise<number> {
  const { waiting, delayed } = await queue.depth();
  if (waiting + delayed >= LIMIT) return 0;
  const silent = await takeSilentChunks(database.as('worker'), {
    silentSeconds: SILENT_SECONDS,
    limit: LIMIT,
  });
  await queue.add(
    silent.map(({ id, rings }) => ({ payload: { chunkId: String(id) }, ring: rings })),
  );
  return silent.length;
}
