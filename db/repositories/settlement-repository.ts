import type { Amounts } from '#domain/money/amounts.ts';
import { type BulkColumn, bulkInsert, column } from '../bulk-insert.ts';
import type { Queryable } from '../client.ts';

export type PayeeKind = 'provider' | 'insured';

/** A decision of a fund that no batch pays yet. */
export interface Payable extends Amounts {
  readonly sheetId: number;
  readonly submitterId: number;
  readonly number: string;
  readonly revision: number;
  readonly decidedOn: string;
  readonly payeeKind: PayeeKind;
  readonly payeeKey: string;
}

export interface PayeeAccount {
  readonly payeeKind: PayeeKind;
  readonly payeeKey: string;
  readonly holder: string;
  readonly rib: string;
}

export interface BatchPayment extends PayeeAccount {
  readonly entryCount: number;
  readonly amount: number;
}

export interface HeldPayable {
  readonly payable: Payable;
  readonly reason: 'rib-missing' | 'rib-invalid';
}

/** A batch that is about to be sealed. */
export interface NewBatch {
  readonly fundId: number;
  readonly number: number;
  readonly upTo: string;
  readonly entries: readonly Payable[];
  readonly payments: readonly BatchPayment[];
  readonly held: readonly HeldPayable[];
  readonly totals: Amounts;
  readonly bordereauHash: string;
  readonly sealedAt: Date;
  readonly sealedBy: string;
}

/**
 * Locks the fund, so that only one sealing runs and numbers are without a gap; gives the number
 * of its next batch.
 */
export async function lockFund(
  tx: Queryable,
  fundId: number,
): Promise<{ code: string; nextNumber: number } | undefined> {
  const { rows } = await tx.query<{ code: string }>(
    `SELECT code FROM organisations WHERE id = $1 AND kind = 'fund' FOR NO KEY UPDATE`,
    [fundId],
  );
  const [fund] = rows;
  if (fund === undefined) return undefined;
  const last = await tx.query<{ number: number }>(
    'SELECT coalesce(max(number), 0)::int AS number FROM settlement_batches WHERE fund_id = $1',
    [fundId],
  );
  return { code: fund.code, nextNumber: (last.rows[0]?.number ?? 0) + 1 };
}

const PAYABLE = `s.id AS "sheetId", s.submitter_id AS "submitterId", s.number, s.revision,
  s.decided_on AS "decidedOn", s.payee_kind AS "payeeKind", s.payee_key AS "payeeKey",
  d.submitted, d.eligible, d.benefit, d.copay, d.over_cap AS "overCap", d.excess, d.disallowed`;

const DECISION_OF_SHEET = `decisions d ON (d.sheet_id, d.revision, d.submitter_id, d.fund_id)
  = (s.id, s.revision, s.submitter_id, s.fund_id)`;

/** Locks the payables of a fund that were decided up to a day, in the order of their ids. */
export async function lockPayables(
  tx: Queryable,
  { fundId, upTo }: { fundId: number; upTo: string },
): Promise<Payable[]> {
  const { rows } = await tx.query<Payable>(
    `SELECT ${PAYABLE} FROM care_sheets s JOIN ${DECISION_OF_SHEET}
     WHERE s.fund_id = $1 AND s.status = 'decided' AND s.benefit > 0 AND s.decided_on <= $2
     ORDER BY s.id FOR NO KEY UPDATE OF s`,
    [fundId, upTo],
  );
  return rows;
}

/** The accounts of payees, as they are recorded now. */
export async function readPayeeAccounts(
  tx: Queryable,
  payees: readonly { payeeKind: PayeeKind; payeeKey: string }[],
): Promise<PayeeAccount[]> {
  const { rows } = await tx.query<PayeeAccount>(
    `SELECT payee_kind AS "payeeKind", payee_key AS "payeeKey", holder, rib FROM payee_accounts
     WHERE superseded_revision IS NULL
       AND (payee_kind, payee_key) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [payees.map(({ payeeKind }) => payeeKind), payees.map(({ payeeKey }) => payeeKey)],
  );
  return rows;
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

function amountColumns<Row>(of: (row: Row) => Amounts): readonly BulkColumn<Row>[] {
  return [
    column('submitted', 'bigint', (row) => of(row).submitted),
    column('eligible', 'bigint', (row) => of(row).eligible),
    column('benefit', 'bigint', (row) => of(row).benefit),
    column('copay', 'bigint', (row) => of(row).copay),
    column('over_cap', 'bigint', (row) => of(row).overCap),
    column('excess', 'bigint', (row) => of(row).excess),
    column('disallowed', 'bigint', (row) => of(row).disallowed),
  ];
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

const PAYMENT: readonly BulkColumn<OfBatch & { payment: BatchPayment }>[] = [
  ...OF_BATCH,
  column('payee_kind', 'text', ({ payment }) => payment.payeeKind),
  column('payee_key', 'text', ({ payment }) => payment.payeeKey),
  column('holder', 'text', ({ payment }) => payment.holder),
  column('rib', 'text', ({ payment }) => payment.rib),
  column('entry_count', 'integer', ({ payment }) => payment.entryCount),
  column('amount', 'bigint', ({ payment }) => payment.amount),
];

const HOLD: readonly BulkColumn<OfBatch & { hold: HeldPayable }>[] = [
  ...OF_BATCH,
  column('submitter_id', 'bigint', ({ hold }) => hold.payable.submitterId),
  column('sheet_id', 'bigint', ({ hold }) => hold.payable.sheetId),
  column('reason', 'text', ({ hold }) => hold.reason),
  column('amount', 'bigint', ({ hold }) => hold.payable.benefit),
];
