import type { Centimes } from '../money/centimes.ts';

/** A positive amount from the credited to the debited account: it balances by itself. */
export interface Posting {
  readonly debit: string;
  readonly credit: string;
  readonly amount: Centimes;
}
