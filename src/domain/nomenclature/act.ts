import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Coefficient } from '../money/coefficient.ts';
import type { Category } from './category.ts';

export type Sector = 'public' | 'private';
export type Setting = 'ambulatory' | 'stay';
export type Sex = 'M' | 'F';

/** How an act is priced: key letter x coefficient, or a package price of the tariff grid. */
export type Pricing =
  | {
      readonly kind: 'rating';
      readonly keyLetter: string;
      /** null: the nomenclature leaves the coefficient to the sheet. */
      readonly coefficient: Coefficient | null;
    }
  | { readonly kind: 'package' };

/** One version of an act of the nomenclature (NGAP, NABM), valid on its dates. */
export interface Act {
  readonly code: string;
  readonly title: string;
  readonly category: Category;
  readonly pricing: Pricing;
  readonly reimbursable: boolean;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** The patient that the act fits; absent is any. Ages in whole years, both included. */
  readonly sex?: Sex;
  readonly minAge?: number;
  readonly maxAge?: number;
  /** The providers that may bill the act; absent is any. */
  readonly sectors?: readonly Sector[];
  readonly specialties?: readonly string[];
  readonly settings?: readonly Setting[];
}
