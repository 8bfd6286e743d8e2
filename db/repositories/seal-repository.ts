import type { Payable } from '#domain/settlement/payable.ts';
import type { Payment, Settlement } from '#domain/settlement/settle.ts';
import { amountColumns } from '../amount-columns.ts';
import { type BulkColumn, bulkInsert, column } from '../bulk-insert.ts';
import type { Queryable } from '../client.ts';

/** A batch that is about to be sealed. */
export interface NewBatch extends Settlement {
  readonly fundId: number;
  readonly number: number;
  readonly upTo: string;
  readonly bordereauHash: string;
  readonly sealedAt: Date;
  readonly sealedBy: string;
}

/** Writes the batch with all that belongs to it, and marks its sheets as settled. */
export async function insertBatch(tx: Queryable, batch: NewBatch): Promise<void> {
  await bulkInsert(tx, 'settlement_batches', [batch], BATCH);
  const entries = batch.entries.map((entry) => ({ batch, entry }));
  await bulkInsert(tx, 'settlement_entries', entries, ENTRY);
  const payments = batch.payments.map((payment) => ({ batch, payment }));
  await bulkInsert(tx, 'settlement_payments', payments, PAYMENT);
  const held = batch.held.map((hold) => ({ batch, hold }));
  await bulkInsert(tx, 'settlement_holds', held, HOLD);
  const { rowCount } = await tx.query(
    `UPDATE care_sheets SET status = 'settled', status_since = $3, batch_number = $2
     WHERE fund_id = $1 AND status = 'decided' AND id = ANY ($4::bigint[])`,
    [batch.fundId, batch.number, batch.sealedAt, batch.entries.map(({ sheetId }) => sheetId)],
  );
  if (rowCount !== batch.entries.length) throw new Error('a payable changed while it was locked');
}

const BATCH: readonly BulkColumn<NewBatch>[] = [
  column('fund_id', 'bigint', ({ fundId }) => fundId),
  column('number', 'integer', ({ number }) => number),
  column('up_to', 'date', ({ upTo }) => upTo),
  column('entry_count', 'integer', ({ entries }) => entries.length),
  column('payment_count', 'integer', ({ payments }) => payments.length),
  column('held_count', 'integer', ({ held }) => held.length),
  ...amountColumns<NewBatch>(({ totals }) => totals),
  column('bordereau_hash', 'text', ({ bordereauHash }) => bordereauHash),
  column('sealed_at', 'timestamptz', ({ sealedAt }) => sealedAt),
  column('sealed_by', 'text', ({ sealedBy }) => sealedBy),
];

interface OfBatch {
  readonly batch: NewBatch;
}

const OF_BATCH: readonly BulkColumn<OfBatch>[] = [
  column('fund_id', 'bigint', ({ batch }) => batch.fundId),
  column('batch_number', 'integer', ({ batch }) => batch.number),
];

const ENTRY: readonly BulkColumn<OfBatch & { entry: Payable }>[] = [
  ...OF_BATCH,
  column('submitter_id', 'bigint', ({ entry }) => entry.submitterId),
  column('sheet_id', 'bigint', ({ entry }) => entry.sheetId),
  column('revision', 'integer', ({ entry }) => entry.revision),
  column('payee_kind', 'text', ({ entry }) => entry.payeeKind),
  column('payee_key', 'text', ({ entry }) => entry.payeeKey),
  ...amountColumns<OfBatch & { entry: Payable }>(({ entry }) => entry),
];

const PAYMENT: readonly BulkColumn<OfBatch & { payment: Payment }>[] = [
  ...OF_BATCH,
  column('payee_kind', 'text', ({ payment }) => payment.payeeKind),
  column('payee_key', 'text', ({ payment }) => payment.payeeKey),
  column('holder', 'text', ({ payment }) => payment.holder),
  column('rib', 'text', ({ payment }) => payment.rib),
  column('entry_count', 'integer', ({ payment }) => payment.entryCount),
  column('amount', 'bigint', ({ payment }) => payment.amount),
];

const HOLD: readonly BulkColumn<OfBatch & { hold: Settlement['held'][number] }>[] = [
  ...OF_BATCH,
  column('submitter_id', 'bigint', ({ hold }) => hold.payable.submitterId),
  column('sheet_id', 'bigint', ({ hold }) => hold.payable.sheetId),
  column('reason', 'text', ({ hold }) => hold.reason),
  column('amount', 'bigint', ({ hold }) => hold.payable.benefit),
];
