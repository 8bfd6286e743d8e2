import type { Posting } from './posting.ts';

/** Postings of one fund that are written together; it balances, since each posting does. */
export interface LedgerTransaction {
  readonly postings: readonly Posting[];
}

/** Throws when a posting is none: a fault of the program. */
export function ledgerTransaction(postings: readonly Posting[]): LedgerTransaction {
  for (const { debit, credit, amount } of postings) {
    if (!Number.isSafeInteger(amount) || amount <= 0) {
      throw new RangeError(`a posting of ${amount} centimes`);
    }
    if (debit === credit) throw new RangeError('a posting from an account to itself');
  }
  return { postings };
}
