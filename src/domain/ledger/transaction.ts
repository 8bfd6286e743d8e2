import type { Centimes } from '../money/centimes.ts';
import type { Account } from './account.ts';

/** An amount from a credited to a debited account. */
export interface Posting {
  readonly debit: Account;
  readonly credit: Account;
  /** Above 0. */
  readonly amount: Centimes;
}

/** Postings that are written together; it balances, since each posting does. */
export interface LedgerTransaction {
  readonly postings: readonly Posting[];
}

/** Throws for a posting that is no posting: a fault of the program. */
export function assertTransaction({ postings }: LedgerTransaction): void {
  for (const { debit, credit, amount } of postings) {
    if (!Number.isSafeInteger(amount) || amount <= 0) {
      throw new RangeError(`a posting of ${amount} centimes`);
    }
    if (debit === credit) throw new RangeError('a posting from an account to itself');
  }
}
