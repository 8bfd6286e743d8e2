import { inSession, type Session } from '#db/client.ts';
import {
  type Chunk,
  claimChunks,
  claimSuspect,
  takeBackStarts,
} from '#db/repositories/chunk-repository.ts';
import type { Context } from '#src/context.ts';
import type { Turns } from './create-turns.ts';
import { type DecidingParts, decideChunks } from './decide-chunks.ts';
import { causeOf, isOfTheSheets, placeOf } from './failure.ts';
import { isolateChunk } from './isolate-chunk.ts';

export interface AdjudicationParts extends DecidingParts {
  /** Of the process: shared by all its chunks. */
  readonly turns: Turns;
}

/** How often a chunk may take its process down before its sheets are tried one by one. */
const MAX_STARTS = 3;

/** Sheets of one transaction: more gain nothing, and hold their locks for longer. */
const MAX_SHEETS = 600;

/**
 * Decides the sheets of chunks, as many as one transaction takes; gives the ids of the chunks that
 * are left for another. It does nothing where a chunk is done or in other hands, so a job may come
 * any number of times. What cannot be decided is set apart, never lost.
 */
export async function adjudicateChunks(
  context: Context,
  chunkIds: readonly number[],
  parts: AdjudicationParts,
): Promise<number[]> {
  const claims = await parts.turns.together(() => decideTogether(context, chunkIds, parts));
  // A process that died may have died of any chunk that it had at work. Each of them is alone the
  // next time, so that only the guilty one is counted again.
  for (const { id, claim } of claims) {
    if (claim === 'suspect') await parts.turns.alone(() => decideAlone(context, id, parts));
  }
  return claims.filter(({ claim }) => claim === 'later').map(({ id }) => id);
}

function decideTogether(context: Context, ids: readonly number[], parts: AdjudicationParts) {
  return inSession(context.database.as('worker'), async (session) => {
    const claims = await claimChunks(session, ids, MAX_SHEETS);
    const chunks = claims.filter(({ claim }) => claim === 'mine');
    if (chunks.length > 0) await tryChunks(context, { session, chunks }, parts);
    return claims;
  });
}

function decideAlone(context: Context, id: number, parts: AdjudicationParts): Promise<void> {
  return inSession(context.database.as('worker'), async (session) => {
    const chunk = await claimSuspect(session, id);
    if (chunk === undefined) return;
    if (chunk.starts <= MAX_STARTS) return tryChunks(context, { session, chunks: [chunk] }, parts);
    const cause = `stopped its worker ${MAX_STARTS} times`;
    await isolateChunk(context, { session, chunk, cause });
  });
}

/** Chunks that fail together are tried one by one, so that only the guilty one is set apart. */
async function tryChunks(
  context: Context,
  { session, chunks }: { session: Session; chunks: readonly Chunk[] },
  parts: AdjudicationParts,
): Promise<void> {
  const ids = chunks.map(({ id }) => id);
  try {
    await decideChunks(context, { session, chunks }, parts);
  } catch (error) {
    if (!isOfTheSheets(error)) {
      // Its own connection may be what failed.
      await takeBackStarts(session, ids)
        .catch(() => takeBackStarts(context.database.as('worker'), ids))
        .catch(() => undefined);
      throw error;
    }
    const [chunk, ...others] = chunks;
    if (chunk !== undefined && others.length === 0) {
      const cause = causeOf(error);
      context.logger.error({ cause, at: placeOf(error), ids }, 'a chunk failed: set apart');
      await isolateChunk(context, { session, chunk, cause });
      return;
    }
    await tryEach(context, { session, chunks }, parts);
  }
}

/** What fails for a reason of the moment is left to the sweeper; the others go on. */
async function tryEach(
  context: Context,
  { session, chunks }: { session: Session; chunks: readonly Chunk[] },
  parts: AdjudicationParts,
): Promise<void> {
  const failures: unknown[] = [];
  for (const chunk of chunks) {
    await tryChunks(context, { session, chunks: [chunk] }, parts).catch((error: unknown) =>
      failures.push(error),
    );
  }
  if (failures.length > 0) throw failures[0];
}
