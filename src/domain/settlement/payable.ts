import { compareText } from '../calendar/compare-text.ts';
import type { Payee } from '../decision/decision.ts';
import type { Amounts } from '../money/amounts.ts';

/** What a final decision owes and no batch pays yet. */
export interface Payable {
  /** Ours, ascending with arrival. */
  readonly sheetId: number;
  readonly sheetNumber: string;
  readonly payee: Payee;
  readonly amounts: Amounts;
}

/** "provider:900000001", "insured:CNSS:123456789" */
export function payeeText({ kind, key }: Payee): string {
  return `${kind}:${key}`;
}

/** By payee, then by the sheet's number: the same on every machine. */
export function comparePayables(a: Payable, b: Payable): number {
  return (
    compareText(payeeText(a.payee), payeeText(b.payee)) ||
    compareText(a.sheetNumber, b.sheetNumber) ||
    a.sheetId - b.sheetId
  );
}
