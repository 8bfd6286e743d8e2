import type { LedgerTransaction } from './transaction.ts';

/** Undoes what was written, posting by posting, the last one first. */
export function reverse({ postings }: LedgerTransaction): LedgerTransaction {
  return {
    postings: postings
      .map(({ debit, credit, amount }) => ({ debit: credit, credit: debit, amount }))
      .reverse(),
  };
}
