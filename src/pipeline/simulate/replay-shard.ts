import { inSession, inTransaction, type Pool, type Queryable } from '#db/client.ts';
import {
  endSimulation,
  readSimulation,
  type SimulationWork,
} from '#db/repositories/simulation-repository.ts';
import {
  type ClaimedShard,
  claimShard,
  completeShard,
  dropParts,
  insertChanges,
  moveShard,
  readBatch,
  releaseShard,
} from '#db/repositories/simulation-shard-repository.ts';
import { createSheetCount } from '#domain/simulation/count-sheets.ts';
import { writePartial } from '#domain/simulation/partial-text.ts';
import type { Context } from '#src/context.ts';
import { compareFamilies } from './compare-families.ts';
import type { SimulationParts } from './create-simulation-parts.ts';
import { createGiveWay } from './give-way.ts';
import { readFamilies } from './read-families.ts';

/** A worker moves its shard on several times a second: one that does not for this long is gone. */
export const SILENT_SECONDS = 5;
const MAX_STARTS = 12;

/**
 * Replays one shard of a simulation, batch by batch in constant memory. It does nothing where the
 * shard is done or in other hands, so a job may come any number of times; one that was left in the
 * middle is begun anew.
 */
export async function replayShard(
  { database }: Pick<Context, 'database'>,
  { simulationId, shard }: { simulationId: number; shard: number },
  parts: SimulationParts,
): Promise<void> {
  const pool = database.as('simulator');
  const simulation = await readSimulation(pool, simulationId);
  if (simulation?.status !== 'running') return;
  const claimed = await inTransaction(pool, (tx) => claim(tx, { simulationId, shard }));
  if (claimed === undefined) return;
  try {
    // What a batch needs is asked for together, of one server process: each that is woken costs.
    await inSession(pool, (reads) => replayBatches(pool, { reads, simulation, claimed }, parts));
  } catch (error) {
    await releaseShard(pool, claimed).catch(() => undefined);
    throw error;
  }
}

/** A shard that was begun in vain again and again ends its simulation. */
async function claim(
  tx: Queryable,
  { simulationId, shard }: { simulationId: number; shard: number },
): Promise<ClaimedShard | undefined> {
  const silentSeconds = SILENT_SECONDS;
  const claimed = await claimShard(tx, { simulationId, shard, silentSeconds });
  if (claimed === undefined || claimed.starts <= MAX_STARTS) return claimed;
  const { organisationId } = claimed;
  await endSimulation(tx, { id: simulationId, organisationId, status: 'failed' });
  await dropParts(tx, simulationId);
  return undefined;
}

interface ShardWork {
  readonly reads: Queryable;
  readonly simulation: SimulationWork;
  readonly claimed: ClaimedShard;
}

async function replayBatches(pool: Pool, work: ShardWork, parts: SimulationParts): Promise<void> {
  const { reads, simulation, claimed } = work;
  const references = await parts.referencesOf(reads, simulation);
  const { onlyFund } = simulation;
  const count = createSheetCount();
  const giveWay = createGiveWay();
  let place = 0;
  let isOurs = Promise.resolve(true);
  let next = readNext(work, { after: -1, parts });
  try {
    for (let batch = await next; batch !== undefined; batch = await next) {
      if (parts.signal.aborted) {
        await isOurs;
        return releaseShard(pool, claimed);
      }
      // The next one is read while this one is decided.
      next = readNext(work, { after: batch.number, parts });
      next.catch(() => undefined);
      const comparison = { references, onlyFund, count, adjudicate: parts.adjudicate };
      const changes = await compareFamilies(batch, comparison);
      if (!(await isOurs)) return;
      // It is written while the next one is decided.
      isOurs = save(pool, claimed, { changes, sheets: batch.sheets, place });
      isOurs.catch(() => undefined);
      place += changes.length;
      await giveWay(reads);
    }
  } finally {
    // Nothing may be asked of the connection once it is given back.
    await next.catch(() => undefined);
  }
  if (!(await isOurs)) return;
  await inTransaction(pool, async (tx) => {
    if (!(await moveShard(tx, claimed, 0))) return;
    await completeShard(tx, claimed, writePartial(count.result()));
  });
}

async function readNext(
  { reads, simulation, claimed }: ShardWork,
  { after, parts }: { after: number; parts: SimulationParts },
) {
  const batch = await readBatch(reads, claimed, after);
  if (batch === undefined) return undefined;
  const { number, sheetIds } = batch;
  const read = await readFamilies(reads, { sheetIds, simulation }, parts.providersAt);
  return { ...read, number, sheets: sheetIds.length };
}

function save(
  pool: Pool,
  claimed: ClaimedShard,
  { changes, sheets, place }: { changes: readonly string[]; sheets: number; place: number },
): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    if (!(await moveShard(tx, claimed, sheets))) return false;
    await insertChanges(tx, claimed, { place, changes });
    return true;
  });
}
