import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Centimes } from '../money/centimes.ts';
import type { Coefficient } from '../money/coefficient.ts';

export const KINDS_OF_CARE = ['illness', 'maternity', 'hospitalisation', 'accident'] as const;
export type KindOfCare = (typeof KINDS_OF_CARE)[number];

/** direct: the fund pays the provider (tiers payant); reimbursement: it pays the insured. */
export const PAYMENT_MODES = ['direct', 'reimbursement'] as const;
export type PaymentMode = (typeof PAYMENT_MODES)[number];

export const RELATIONSHIPS = ['self', 'spouse', 'child'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** One act or medicine that was executed, as its provider declares it. */
export interface LineItem {
  /** 1 to n, as the sender numbered it. */
  readonly number: number;
  readonly kind: 'act' | 'medicine';
  readonly code: string;
  readonly keyLetter: string | null;
  readonly coefficient: Coefficient | null;
  readonly quantity: number;
  readonly unitPrice: Centimes;
  /** The date of care. */
  readonly date: CalendarDate;
  /** CIM-10, when declared. */
  readonly diagnosis: string | null;
}

/** An electronic care sheet (feuille de soins électronique) as it was accepted. */
export interface CareSheet {
  /** The sender's own number of the sheet (N° FSE), unique for the sender. */
  readonly number: string;
  /** The fund that the sheet is addressed to. */
  readonly fund: string;
  readonly insured: {
    /** The body that gave the registration number; it stays when the scheme changes funds. */
    readonly issuer: string;
    readonly number: string;
  };
  readonly patient: {
    readonly relationship: Relationship;
    /** The dependant's rank under the insured; 0 for the insured. */
    readonly rank: number;
    readonly birthDate: CalendarDate;
  };
  /** INPE of who executed and bills. */
  readonly provider: string;
  /** INPE of who prescribed; null when nobody else did. */
  readonly prescriber: string | null;
  readonly prescription: { readonly number: string | null; readonly date: CalendarDate } | null;
  readonly kindOfCare: KindOfCare;
  readonly stay: { readonly admission: CalendarDate; readonly discharge: CalendarDate } | null;
  readonly payment: PaymentMode;
  /** The day of receipt in Africa/Casablanca (asOf). */
  readonly receivedOn: CalendarDate;
  readonly lines: readonly LineItem[];
}
