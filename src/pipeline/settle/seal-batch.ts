import { inTransaction, type Transaction } from '#db/client.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { insertEvents } from '#db/repositories/event-repository.ts';
import { insertLedgerTransactions } from '#db/repositories/ledger-repository.ts';
import { readInstallation } from '#db/repositories/reference-repository.ts';
import { insertBatch, type NewBatch } from '#db/repositories/seal-repository.ts';
import {
  lockFund,
  lockPayables,
  readPayeeAccounts,
} from '#db/repositories/settlement-repository.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import { inTransitAccount, payableAccount } from '#domain/ledger/accounts.ts';
import { ledgerTransaction } from '#domain/ledger/transaction.ts';
import { type Payable, payeeText } from '#domain/settlement/payable.ts';
import { settle } from '#domain/settlement/settle.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { bordereauText, hashOf } from './bordereau-text.ts';

export interface SealRequest {
  /** The organisation of the fund. */
  readonly fundId: number;
  /** Payables decided on or before this day. */
  readonly upTo: CalendarDate;
  /** The client or operator that seals. */
  readonly actor: string;
}

export interface SealResult {
  /** null when there was nothing that could be paid: then no number was used. */
  readonly batch: NewBatch | null;
  /** Payables that wait for a valid RIB, in this batch's view. */
  readonly heldCount: number;
}

/**
 * Seals what a fund owes up to a day into its next batch, once: a second sealing finds nothing
 * left. Throws `not-found` when the organisation is no fund.
 */
export async function sealBatch(context: Context, request: SealRequest): Promise<SealResult> {
  return inTransaction(context.database.as('settlement'), async (tx) => {
    const fund = await lockFund(tx, request.fundId);
    if (fund === undefined) throw new AppError('not-found', 'There is no such fund.');
    const payables = await lockPayables(tx, request);
    const settlement = settle(payables, await readPayeeAccounts(tx, distinctPayees(payables)));
    const heldCount = settlement.held.length;
    if (settlement.entries.length === 0) return { batch: null, heldCount };
    const { upTo, fundId, actor } = request;
    const number = fund.nextNumber;
    const bordereau = bordereauText({ ...settlement, fund: fund.code, number, upTo });
    const batch: NewBatch = {
      ...settlement,
      fundId,
      number,
      upTo,
      bordereauHash: hashOf(bordereau),
      sealedAt: context.clock(),
      sealedBy: actor,
    };
    await save(tx, batch);
    return { batch, heldCount };
  });
}

async function save(tx: Transaction, batch: NewBatch): Promise<void> {
  const { fundId, number, sealedAt: at } = batch;
  await insertBatch(tx, batch);
  const transaction = ledgerTransaction(
    batch.payments.map(({ payeeKind, payeeKey, amount }) => ({
      debit: payableAccount({ kind: payeeKind, key: payeeKey }),
      credit: inTransitAccount(number),
      amount,
    })),
  );
  await insertLedgerTransactions(tx, [
    { fundId, kind: 'sealing', subject: `batch:${number}`, at, transaction },
  ]);
  const { epoch } = await readInstallation(tx);
  await insertEvents(
    tx,
    batch.entries.map(({ sheetId, submitterId, revision }) => ({
      submitterId,
      fundId,
      epoch,
      sheetId,
      revision,
      kind: 'settled' as const,
      at,
    })),
  );
  await appendAudit(tx, {
    actor: batch.sealedBy,
    action: 'settlement.sealed',
    subject: `fund:${fundId} batch:${number}`,
  });
}

function distinctPayees(payables: readonly Payable[]): Payable[] {
  return [...new Map(payables.map((payable) => [payeeText(payable), payable])).values()];
}
