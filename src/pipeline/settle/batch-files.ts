import { inTransaction } from '#db/client.ts';
import {
  findSealedBatch,
  readEntries,
  readPayments,
} from '#db/repositories/settlement-repository.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { bordereauText, csv, hashOf } from './bordereau-text.ts';

interface BatchReference {
  readonly fundId: number;
  readonly number: number;
}

/** The bordereau of a sealed batch, byte for byte as it was sealed. Throws `not-found`. */
export async function bordereauCsv(context: Context, batch: BatchReference): Promise<string> {
  return inTransaction(context.database.as('settlement'), async (tx) => {
    const sealed = await findSealedBatch(tx, batch);
    if (sealed === undefined) throw new AppError('not-found', 'There is no such batch.');
    const entries = await readEntries(tx, batch);
    const text = bordereauText({ ...sealed, entries, totals: sealed });
    if (hashOf(text) !== sealed.bordereauHash) {
      throw new Error(`bordereau ${batch.number} differs from what was sealed`);
    }
    return text;
  });
}

const PAYMENTS_HEAD = [
  'record',
  'position',
  'payee-kind',
  'payee',
  'holder',
  'rib',
  'sheets',
  'amount',
];

/** The list of payments of a sealed batch: one a payee, then the control totals. */
export async function paymentsCsv(context: Context, batch: BatchReference): Promise<string> {
  return inTransaction(context.database.as('settlement'), async (tx) => {
    const sealed = await findSealedBatch(tx, batch);
    if (sealed === undefined) throw new AppError('not-found', 'There is no such batch.');
    const payments = await readPayments(tx, batch);
    const rows = payments.map((payment, index) => [
      'payment',
      String(index + 1),
      payment.payeeKind,
      payment.payeeKey,
      payment.holder,
      payment.rib,
      String(payment.entryCount),
      formatAmount(payment.amount),
    ]);
    const sheets = payments.reduce((sum, { entryCount }) => sum + entryCount, 0);
    const total = payments.reduce((sum, { amount }) => sum + amount, 0);
    const control = ['total', String(payments.length), '', '', '', '', String(sheets)];
    return csv([PAYMENTS_HEAD, ...rows, [...control, formatAmount(total)]]);
  });
}
