import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Session } from '#db/client.ts';
import { auditStatement } from '#db/repositories/audit-repository.ts';
import { readOpenCareSheets } from '#db/repositories/care-sheet-repository.ts';
import { type Chunk, deleteChunks } from '#db/repositories/chunk-repository.ts';
import { readInstallation } from '#db/repositories/reference-repository.ts';
import { together } from '#db/together.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { type Adjudicate, decideSheets } from './decide-sheets.ts';
import { loadWorld, type RecordCaches } from './load-world.ts';
import { writeDecisions } from './write-decisions.ts';

export interface DecidingParts extends RecordCaches {
  readonly adjudicate: Adjudicate;
}

/** Decides all sheets of chunks that the session has claimed, in one transaction. */
export async function decideChunks(
  context: Context,
  { session, chunks }: { session: Session; chunks: readonly Chunk[] },
  { adjudicate, ...caches }: DecidingParts,
): Promise<void> {
  await session.transaction(async (tx, { send, finish }) => {
    // First, so that it also waits for whoever changes a chunk; nobody else deletes a claimed one.
    const [deleted, sheets, installation] = await together([
      deleteChunks(
        tx,
        chunks.map(({ id }) => id),
      ),
      readOpenCareSheets(tx, chunks),
      readInstallation(tx),
    ]);
    if (deleted !== chunks.length) {
      throw new AppError('in-progress', 'A claimed chunk was decided by somebody else.');
    }
    const world = await loadWorld(tx, sheets, { caches, revision: installation.revision });
    const decided = decideSheets(sheets, world, { adjudicate, decidedAt: context.clock() });
    for await (const slice of inSlices(decided)) send(writeDecisions(slice, installation));
    await finish([
      auditStatement(
        { actor: 'worker', action: 'care-sheets.decided' },
        joinRanges(chunks).map(({ firstId, lastId }) => `sheets:${firstId}-${lastId}`),
      ),
    ]).catch(asInProgress);
  });
}

/** Sheets that are written together: while the database writes them, the next are decided. */
const SLICE = 150;
/** Sheets after which this process looks at what else it has to do: a few milliseconds. */
const TURN = 30;

async function* inSlices<T>(items: Iterable<T>): AsyncGenerator<T[], void> {
  let slice: T[] = [];
  for (const item of items) {
    slice.push(item);
    if (slice.length % TURN !== 0) continue;
    if (slice.length === SLICE) {
      yield slice;
      slice = [];
    }
    // What was sent leaves only while nothing else runs.
    await nextTurn();
  }
  if (slice.length > 0) yield slice;
}

/** SQLSTATE of a head that was moved in between: nothing of this transaction was kept. */
const MOVED = '40001';

function asInProgress(cause: unknown): never {
  if ((cause as { code?: unknown })?.code !== MOVED) throw cause;
  throw new AppError('in-progress', 'A sheet was decided or cancelled by somebody else.', {
    cause,
  });
}

type Range = Pick<Chunk, 'firstId' | 'lastId'>;

/** Chunks of one sender follow one another, so the audit needs one row for many. */
function joinRanges(chunks: readonly Range[]): Range[] {
  const joined: { firstId: number; lastId: number }[] = [];
  for (const { firstId, lastId } of [...chunks].sort((a, b) => a.firstId - b.firstId)) {
    const before = joined.at(-1);
    if (before !== undefined && firstId <= before.lastId + 1) {
      before.lastId = Math.max(before.lastId, lastId);
    } else joined.push({ firstId, lastId });
  }
  return joined;
}
