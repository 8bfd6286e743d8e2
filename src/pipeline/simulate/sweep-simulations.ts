import { inTransaction } from '#db/client.ts';
import { dropExpiredSheets } from '#db/repositories/simulation-file-repository.ts';
import { takeSilentSimulations } from '#db/repositories/simulation-repository.ts';
import type { Context } from '#src/context.ts';
import { SILENT_SECONDS } from './replay-shard.ts';

const LIMIT = 20;
/** Sheets of a file that has expired are deleted a piece at a time. */
const SHEETS_OF_A_PIECE = 10_000;

/**
 * Rings again for simulations that nobody works at: for the plan, for each shard that is left, or
 * for the merge. A queue that is long has forgotten nobody. Files that
 * have expired go.
 */
export async function sweepSimulations({ database, simulations }: Context): Promise<number> {
  await inTransaction(database.as('simulator'), (tx) => dropExpiredSheets(tx, SHEETS_OF_A_PIECE));
  const { waiting, delayed } = await simulations.depth();
  if (waiting + delayed > 0) return 0;
  const silent = await takeSilentSimulations(database.as('simulator'), {
    silentSeconds: SILENT_SECONDS,
    limit: LIMIT,
  });
  await simulations.add(
    silent.flatMap(({ id, rings: ring, status, shards, isWhole }) => {
      const parts = status === 'planning' ? ['plan'] : isWhole ? ['merge'] : shards.map(String);
      return parts.map((part) => ({ payload: { simulationId: String(id), part }, ring }));
    }),
  );
  return silent.length;
}
