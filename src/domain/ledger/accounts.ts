/**
 * The chart of accounts of a fund. An account's balance is what was debited to it less what was
 * credited: expense grows by debits, debts and the bank by credits.
 *
 * - `benefits:<scheme>`: what the care of a scheme's insured costs the fund (charge).
 * - `payable:<kind>:<key>`: what the fund owes a provider or an insured (dette).
 * - `in-transit:<batch>`: what a sealed batch owes until the bank has paid it.
 * - `bank`: what left the fund's account.
 */
export function benefitsAccount(scheme: string): string {
  return `benefits:${scheme}`;
}

export function payableAccount(payee: { readonly kind: string; readonly key: string }): string {
  return `payable:${payee.kind}:${payee.key}`;
}

export function inTransitAccount(batchNumber: number): string {
  return `in-transit:${batchNumber}`;
}

export const BANK_ACCOUNT = 'bank';
