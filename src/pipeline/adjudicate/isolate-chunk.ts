import type { Session, Transaction } from '#db/client.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { type OpenCareSheet, readOpenCareSheets } from '#db/repositories/care-sheet-repository.ts';
import {
  type Chunk,
  deleteChunks,
  insertSingleChunks,
  lockChunk,
} from '#db/repositories/chunk-repository.ts';
import { insertEvents } from '#db/repositories/event-repository.ts';
import { insertQuarantine } from '#db/repositories/quarantine-repository.ts';
import { readInstallation } from '#db/repositories/reference-repository.ts';
import type { Context } from '#src/context.ts';

export interface ChunkFailure {
  /** The session that claimed the chunk. */
  readonly session: Session;
  readonly chunk: Chunk;
  readonly cause: string;
}

/**
 * Takes apart a chunk that cannot be decided as a whole: its sheets become chunks of one, and a
 * sheet that had its chunk for itself is quarantined, so that its neighbours go on.
 */
export async function isolateChunk(
  context: Context,
  { session, chunk, cause }: ChunkFailure,
): Promise<void> {
  const chunkIds = await session.transaction(async (tx) => {
    if (!(await lockChunk(tx, chunk.id))) return [];
    const sheets = await readOpenCareSheets(tx, [chunk]);
    await deleteChunks(tx, [chunk.id]);
    if (chunk.firstId !== chunk.lastId) {
      return insertSingleChunks(
        tx,
        sheets.map(({ id }) => id),
      );
    }
    for (const sheet of sheets) await quarantine(tx, sheet, { cause, at: context.clock() });
    return [];
  });
  for (const id of chunkIds) context.ring(id);
}

async function quarantine(
  tx: Transaction,
  sheet: OpenCareSheet,
  { cause, at }: { cause: string; at: Date },
): Promise<void> {
  const { epoch } = await readInstallation(tx);
  await insertQuarantine(tx, sheet, { cause, at });
  const { id: sheetId, submitterId, fundId, revision } = sheet;
  await insertEvents(tx, [
    { submitterId, fundId, epoch, sheetId, revision, kind: 'quarantined', at },
  ]);
  await appendAudit(tx, {
    actor: 'worker',
    action: 'care-sheet.quarantined',
    subject: `sheets:${sheetId}-${sheetId}`,
  });
}
