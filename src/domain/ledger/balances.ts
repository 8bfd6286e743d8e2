import type { Centimes } from '../money/centimes.ts';

import type { LedgerTransaction } from './transaction.ts';

/** The balance of every account, debits less credits; all of them together are 0. */
export function balances(transactions: readonly LedgerTransaction[]): Map<string, Centimes> {
  const totals = new Map<string, Centimes>();
  for (const { postings } of transactions) {
    for (const { debit, credit, amount } of postings) {
      totals.set(debit, (totals.get(debit) ?? 0) + amount);
      totals.set(credit, (totals.get(credit) ?? 0) - amount);
    }
  }
  return totals;
}
