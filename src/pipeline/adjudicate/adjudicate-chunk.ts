import { inSession, type Session } from '#db/client.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { readOpenCareSheets } from '#db/repositories/care-sheet-repository.ts';
import {
  type Chunk,
  claimChunk,
  deleteChunk,
  lockChunk,
  startChunk,
  takeBackStart,
} from '#db/repositories/chunk-repository.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import type { Turns } from './create-turns.ts';
import { type Adjudicate, decideSheets } from './decide-sheets.ts';
import { isolateChunk } from './isolate-chunk.ts';
import { loadWorld } from './load-world.ts';
import type { ReferenceCache } from './reference-cache.ts';
import { saveDecisions } from './save-decisions.ts';

export interface AdjudicationParts {
  readonly adjudicate: Adjudicate;
  readonly referenceAt: ReferenceCache;
  /** Of the process: shared by all its chunks. */
  readonly turns: Turns;
}

/** How often a chunk may take its process down before its sheets are tried one by one. */
const MAX_STARTS = 3;

/**
 * Decides the sheets of one chunk, in one transaction. It does nothing when the chunk is done or in
 * other hands, so a job may come any number of times. What cannot be decided is set apart, never
 * lost.
 */
export async function adjudicateChunk(
  context: Context,
  chunkId: number,
  parts: AdjudicationParts,
): Promise<void> {
  await inSession(context.database.as('worker'), async (session) => {
    const startsBefore = await claimChunk(session, chunkId);
    if (startsBefore === undefined) return;
    // A process that died may have died of any chunk that it had at work. Each of them is alone the
    // next time, so that only the guilty one is counted again.
    const turn = startsBefore === 0 ? parts.turns.together : parts.turns.alone;
    await turn(() => tryChunk(context, { session, chunkId }, parts));
  });
}

async function tryChunk(
  context: Context,
  { session, chunkId }: { session: Session; chunkId: number },
  parts: AdjudicationParts,
): Promise<void> {
  const chunk = await startChunk(session, chunkId);
  if (chunk === undefined) return;
  if (chunk.starts > MAX_STARTS) {
    const cause = `stopped its worker ${MAX_STARTS} times`;
    await isolateChunk(context, { session, chunk, cause });
    return;
  }
  try {
    await decideChunk(context, { session, chunk }, parts);
  } catch (error) {
    if (!isOfTheSheets(error)) {
      await takeBackStart(session, chunkId).catch(() => undefined);
      throw error;
    }
    const cause = causeOf(error);
    context.logger.error({ cause, at: placeOf(error), chunkId }, 'a chunk failed: set apart');
    await isolateChunk(context, { session, chunk, cause });
  }
}

async function decideChunk(
  context: Context,
  { session, chunk }: { session: Session; chunk: Chunk },
  { adjudicate, referenceAt }: AdjudicationParts,
): Promise<void> {
  await session.transaction(async (tx) => {
    if (!(await lockChunk(tx, chunk.id))) return;
    const sheets = await readOpenCareSheets(tx, chunk);
    if (sheets.length > 0) {
      const world = await loadWorld(tx, sheets, referenceAt);
      const decided = decideSheets(sheets, world, { adjudicate, decidedAt: context.clock() });
      await saveDecisions(tx, decided, world.epoch);
    }
    await deleteChunk(tx, chunk.id);
    await appendAudit(tx, {
      actor: 'worker',
      action: 'care-sheets.decided',
      subject: `sheets:${chunk.firstId}-${chunk.lastId}`,
    });
  });
}

/** Errors of the moment (a lost connection, a deadlock, a time-out) say nothing of the sheets. */
function isOfTheSheets(error: unknown): boolean {
  if (error instanceof AppError) return !error.retryable;
  const code = (error as { code?: unknown })?.code;
  return !(typeof code === 'string' && /^(40|55|57)/.test(code));
}

/** Class and SQLSTATE only: a message may quote the sheet. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

/** The stack without its first line, which is the message. */
function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .join('\n');
}
