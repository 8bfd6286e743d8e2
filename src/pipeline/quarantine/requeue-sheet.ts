import { inTransaction } from '#db/client.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { insertSingleChunks } from '#db/repositories/chunk-repository.ts';
import { insertEvents } from '#db/repositories/event-repository.ts';
import { releaseFromQuarantine } from '#db/repositories/quarantine-repository.ts';
import { readInstallation } from '#db/repositories/reference-repository.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';

/** Sends a quarantined sheet to the workers again; throws `not-found` when it is not there. */
export async function requeueSheet(
  context: Context,
  { sheetId, actor }: { sheetId: number; actor: string },
): Promise<void> {
  const at = context.clock();
  const chunkIds = await inTransaction(context.database.as('operator'), async (tx) => {
    const released = await releaseFromQuarantine(tx, sheetId, at);
    if (released === undefined) {
      throw new AppError('not-found', `Care sheet ${sheetId} is not in quarantine.`);
    }
    const { epoch } = await readInstallation(tx);
    await insertEvents(tx, [{ ...released, epoch, sheetId, revision: 0, kind: 'requeued', at }]);
    const ids = await insertSingleChunks(tx, [sheetId]);
    await appendAudit(tx, {
      actor,
      action: 'care-sheet.requeued',
      subject: `sheets:${sheetId}-${sheetId}`,
    });
    return ids;
  });
  for (const id of chunkIds) context.ring(id);
}
