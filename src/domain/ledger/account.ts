import type { Payee } from '../decision/decision.ts';

/** A name in the chart of accounts, "payable:CNSS:provider:900000001". */
export type Account = string;

/** Expense of a fund for the benefits of a scheme. */
export function benefitsAccount(fund: string, scheme: string): Account {
  return `benefits:${fund}:${scheme}`;
}

/** What a fund owes a provider or an insured. */
export function payableAccount(fund: string, { kind, key }: Payee): Account {
  return `payable:${fund}:${kind}:${key}`;
}

/** What a fund has ordered its bank to pay and the bank has not confirmed. */
export function transitAccount(fund: string): Account {
  return `transit:${fund}`;
}

export function bankAccount(fund: string): Account {
  return `bank:${fund}`;
}
