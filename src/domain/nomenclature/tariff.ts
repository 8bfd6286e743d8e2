import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Centimes } from '../money/centimes.ts';
import type { Sector } from './act.ts';

/** Only what is in force prices a line; the other states are kept as facts of the record. */
export type TariffStatus = 'in-force' | 'signed-not-applied' | 'proposed';

/** One row of a tariff grid: the value of a key letter, or the package price of an act. */
export interface Tariff {
  readonly grid: string;
  readonly item: { readonly keyLetter: string } | { readonly act: string };
  readonly sector: Sector;
  /** The fund that the row is for; null is every fund, and a fund's own row comes first. */
  readonly fund: string | null;
  readonly amount: Centimes;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly status: TariffStatus;
  readonly source: string;
}
