import { inTransaction } from '#db/client.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { insertLedgerTransactions } from '#db/repositories/ledger-repository.ts';
import { findSealedBatch, markPaid } from '#db/repositories/settlement-repository.ts';
import { BANK_ACCOUNT, inTransitAccount } from '#domain/ledger/accounts.ts';
import { ledgerTransaction } from '#domain/ledger/transaction.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';

export interface PaidRequest {
  readonly fundId: number;
  readonly number: number;
  /** Somebody else than who sealed it. */
  readonly actor: string;
}

/**
 * Records that the bank has paid a batch. Doing it again is harmless. Throws `not-found`, and
 * `forbidden` when the one who sealed the batch would release it too.
 */
export async function markBatchPaid(context: Context, request: PaidRequest): Promise<void> {
  const { fundId, number, actor } = request;
  const at = context.clock();
  await inTransaction(context.database.as('settlement'), async (tx) => {
    const batch = await findSealedBatch(tx, request);
    if (batch === undefined) throw new AppError('not-found', 'There is no such batch.');
    if (batch.paidAt !== null) return;
    if (batch.sealedBy === actor) {
      throw new AppError('forbidden', 'Somebody else than who sealed the batch marks it as paid.');
    }
    await markPaid(tx, { fundId, number, at, by: actor });
    const transaction = ledgerTransaction([
      { debit: inTransitAccount(number), credit: BANK_ACCOUNT, amount: batch.benefit },
    ]);
    await insertLedgerTransactions(tx, [
      { fundId, kind: 'payment', subject: `batch:${number}`, at, transaction },
    ]);
    await appendAudit(tx, {
      actor,
      action: 'settlement.paid',
      subject: `fund:${fundId} batch:${number}`,
    });
  });
}
