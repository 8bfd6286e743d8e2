import type { Decision } from '../decision/decision.ts';
import { benefitsAccount, payableAccount } from './accounts.ts';
import { type LedgerTransaction, ledgerTransaction } from './transaction.ts';

/** What a final decision owes its payee; undefined while pended, or when nothing is owed. */
export function decisionTransaction(decision: Decision): LedgerTransaction | undefined {
  const { outcome, totals, scheme, payee } = decision;
  if (outcome === 'pended' || totals === null || totals.benefit === 0) return undefined;
  if (scheme === null) throw new Error('a decision of no scheme pays');
  const debit = benefitsAccount(scheme);
  const credit = payableAccount(payee);
  return ledgerTransaction([{ debit, credit, amount: totals.benefit }]);
}
