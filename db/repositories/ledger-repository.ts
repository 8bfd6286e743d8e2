import type { LedgerTransaction } from '#domain/ledger/transaction.ts';
import { type BulkColumn, bulkStatement, column } from '../bulk-insert.ts';
import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { Statement } from '../statement.ts';
import { together } from '../together.ts';

/** A balanced transaction, with what it is about: that is posted once for each fund and kind. */
export interface NewLedgerTransaction {
  readonly fundId: number;
  readonly kind: 'decision' | 'reversal' | 'sealing' | 'payment';
  /** "sheet:<id>:<revision>" or "batch:<number>". */
  readonly subject: string;
  readonly at: Date;
  readonly transaction: LedgerTransaction;
}

export interface NumberedTransaction extends NewLedgerTransaction {
  readonly id: number;
}

export async function insertLedgerTransactions(
  tx: Queryable,
  transactions: readonly NewLedgerTransaction[],
): Promise<void> {
  if (transactions.length === 0) return;
  const ids = await nextLedgerIds(tx, transactions.length);
  const numbered = transactions.map((transaction, index) => {
    const id = ids[index];
    if (id === undefined) throw new RangeError('too few ids of transactions were drawn');
    return { ...transaction, id };
  });
  await together(ledgerStatements(numbered).map((statement) => tx.query(statement)));
}

/** Ids for new transactions; what is not used leaves a gap, which means nothing. */
export async function nextLedgerIds(tx: Queryable, count: number): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    prepared(`SELECT nextval('ledger_transactions_id_seq') AS id FROM generate_series(1, $1)`),
    [count],
  );
  return rows.map(({ id }) => id);
}

/** Writes transactions under the ids that were drawn for them. */
export function ledgerStatements(numbered: readonly NumberedTransaction[]): Statement[] {
  if (numbered.length === 0) return [];
  const postings = numbered.flatMap(({ id, fundId, transaction }) =>
    transaction.postings.map((posting, index) => ({ id, fundId, index, ...posting })),
  );
  return [
    bulkStatement('ledger_transactions', numbered, TRANSACTION),
    bulkStatement('ledger_postings', postings, POSTING),
  ];
}

/** The postings of what was done to a sheet, so that a reversal undoes what was written. */
export async function readPostings(
  tx: Queryable,
  { fundId, subject, kind }: { fundId: number; subject: string; kind: string },
): Promise<LedgerTransaction | undefined> {
  const { rows } = await tx.query<{ debit: string; credit: string; amount: number }>(
    `SELECT p.debit, p.credit, p.amount FROM ledger_transactions t
     JOIN ledger_postings p ON (p.transaction_id, p.fund_id) = (t.id, t.fund_id)
     WHERE t.fund_id = $1 AND t.subject = $2 AND t.kind = $3 ORDER BY p.position`,
    [fundId, subject, kind],
  );
  return rows.length === 0 ? undefined : { postings: rows };
}

const TRANSACTION: readonly BulkColumn<NumberedTransaction>[] = [
  column('id', 'bigint', ({ id }) => id),
  column('fund_id', 'bigint', ({ fundId }) => fundId),
  column('kind', 'text', ({ kind }) => kind),
  column('subject', 'text', ({ subject }) => subject),
  column('at', 'timestamptz', ({ at }) => at),
];

interface PostingRow {
  readonly id: number;
  readonly fundId: number;
  readonly index: number;
  readonly debit: string;
  readonly credit: string;
  readonly amount: number;
}

const POSTING: readonly BulkColumn<PostingRow>[] = [
  column('transaction_id', 'bigint', ({ id }) => id),
  column('fund_id', 'bigint', ({ fundId }) => fundId),
  column('position', 'integer', ({ index }) => index + 1),
  column('debit', 'text', ({ debit }) => debit),
  column('credit', 'text', ({ credit }) => credit),
  column('amount', 'bigint', ({ amount }) => amount),
];
