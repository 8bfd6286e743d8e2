import { type LedgerTransaction, ledgerTransaction } from './transaction.ts';

/** Undoes what was written, posting by posting, the last one first. */
export function reverse({ postings }: LedgerTransaction): LedgerTransaction {
  return ledgerTransaction(
    postings
      .map(({ debit, credit, amount }) => ({ debit: credit, credit: debit, amount }))
      .reverse(),
  );
}
