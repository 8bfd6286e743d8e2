import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Centimes } from '../money/centimes.ts';

export type MedicineKind = 'originator' | 'generic' | 'unspecified';

/** One version of a medicine of the referential (ANAM, CNOPS), valid on its dates. */
export interface Medicine {
  /** EAN-13 as printed; membership in the referential decides, not its check digit. */
  readonly code: string;
  readonly name: string;
  readonly kind: MedicineKind;
  readonly reimbursable: boolean;
  /** PPV, per box. */
  readonly publicPrice: Centimes;
  /** PH, per box; 0 when the referential has none. */
  readonly hospitalPrice: Centimes;
  /** PRIX_BR, per box, already the generic's price if there is one; 0 is a missing price. */
  readonly basePrice: Centimes;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}
