import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Payee } from '../decision/decision.ts';
import type { Amounts } from '../money/amounts.ts';

/** Whom something is owed to, as rows of the record name it. */
export interface PayeeReference {
  readonly payeeKind: Payee['kind'];
  readonly payeeKey: string;
}

/** A decision of a fund that no batch pays yet, with its amounts. */
export interface Payable extends Amounts, PayeeReference {
  readonly sheetId: number;
  readonly submitterId: number;
  /** The sender's own number of the sheet. */
  readonly number: string;
  readonly revision: number;
  readonly decidedOn: CalendarDate;
}

/** The bank account of a payee. */
export interface PayeeAccount extends PayeeReference {
  readonly holder: string;
  readonly rib: string;
}

/** "provider:900000001", "insured:CNSS:123456789" */
export function payeeText({ payeeKind, payeeKey }: PayeeReference): string {
  return `${payeeKind}:${payeeKey}`;
}
