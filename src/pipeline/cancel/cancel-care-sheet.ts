import { inTransaction, type Transaction } from '#db/client.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import {
  type CancellableSheet,
  insertReversal,
  lockCancellable,
  markCancelled,
} from '#db/repositories/cancel-repository.ts';
import { insertEvents } from '#db/repositories/event-repository.ts';
import { insertLedgerTransactions, readPostings } from '#db/repositories/ledger-repository.ts';
import { readInstallation } from '#db/repositories/reference-repository.ts';
import { reverse } from '#domain/ledger/reverse.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';

export interface CancelRequest {
  /** Of the credential: only who submitted a sheet may cancel it. */
  readonly organisationId: number;
  readonly clientId: string;
  readonly sheetId: number;
}

/**
 * Cancels a sheet that no batch pays yet; what it took from accumulators comes back, and its
 * postings are reversed. Cancelling twice is harmless. Throws `not-found` for another sender's
 * sheet, and `conflict` once it is settled.
 */
export async function cancelCareSheet(context: Context, request: CancelRequest): Promise<void> {
  await inTransaction(context.database.as('worker'), async (tx) => {
    const sheet = await lockCancellable(tx, request);
    if (sheet === undefined) throw new AppError('not-found', 'There is no such care sheet.');
    if (sheet.status === 'cancelled') return;
    if (sheet.status === 'settled' || sheet.status === 'reversed') {
      throw new AppError('conflict', 'A care sheet that was settled cannot be cancelled.');
    }
    await takeBack(tx, sheet, context.clock());
    await appendAudit(tx, {
      actor: request.clientId,
      action: 'care-sheet.cancelled',
      subject: `sheets:${sheet.id}-${sheet.id}`,
    });
  });
}

async function takeBack(tx: Transaction, sheet: CancellableSheet, at: Date): Promise<void> {
  const { id: sheetId, submitterId, fundId, revision } = sheet;
  const { epoch } = await readInstallation(tx);
  if (sheet.status === 'decided') {
    await insertReversal(tx, sheet);
    const subject = `sheet:${sheetId}:${revision}`;
    const posted = await readPostings(tx, { fundId, subject, kind: 'decision' });
    if (posted !== undefined) {
      const transaction = reverse(posted);
      await insertLedgerTransactions(tx, [{ fundId, kind: 'reversal', subject, at, transaction }]);
    }
  }
  await markCancelled(tx, sheet, at);
  await insertEvents(tx, [
    { submitterId, fundId, epoch, sheetId, revision, kind: 'cancelled', at },
  ]);
}
