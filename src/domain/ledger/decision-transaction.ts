import type { Decision } from '../decision/decision.ts';
import { benefitsAccount, payableAccount } from './account.ts';
import type { LedgerTransaction } from './transaction.ts';

/** What a final decision owes its payee; undefined while pended, or when nothing is owed. */
export function decisionTransaction(decision: Decision): LedgerTransaction | undefined {
  const { outcome, totals, fund, scheme, payee } = decision;
  if (outcome === 'pended' || totals === null || totals.benefit === 0) return undefined;
  if (scheme === null) throw new Error('a decision of no scheme pays');
  const debit = benefitsAccount(fund, scheme);
  const credit = payableAccount(fund, payee);
  return { postings: [{ debit, credit, amount: totals.benefit }] };
}
