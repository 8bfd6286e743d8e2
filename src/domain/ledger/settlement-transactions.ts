import type { Payee } from '../decision/decision.ts';
import type { Centimes } from '../money/centimes.ts';
import { bankAccount, payableAccount, transitAccount } from './account.ts';
import type { LedgerTransaction } from './transaction.ts';

/** Sealing a batch turns what is payable to each payee into money on its way. */
export function sealingTransaction(
  fund: string,
  payments: readonly { readonly payee: Payee; readonly amount: Centimes }[],
): LedgerTransaction {
  const credit = transitAccount(fund);
  return {
    postings: payments.map(({ payee, amount }) => ({
      debit: payableAccount(fund, payee),
      credit,
      amount,
    })),
  };
}

/** The bank has paid a batch. */
export function paymentTransaction(fund: string, amount: Centimes): LedgerTransaction {
  return { postings: [{ debit: transitAccount(fund), credit: bankAccount(fund), amount }] };
}
