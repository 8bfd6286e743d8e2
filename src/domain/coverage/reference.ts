import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Act } from '../nomenclature/act.ts';
import type { Medicine } from '../nomenclature/medicine.ts';
import type { Tariff } from '../nomenclature/tariff.ts';
import type { RulesetVersion } from './ruleset.ts';

/** Who manages a scheme over a period: the payer. */
export interface SchemeManagement {
  readonly scheme: string;
  readonly fund: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** All that belongs to no tenant, as it stands at one revision of the record. */
export interface ReferenceRows {
  readonly acts: readonly Act[];
  readonly medicines: readonly Medicine[];
  readonly tariffs: readonly Tariff[];
  readonly management: readonly SchemeManagement[];
  readonly rulesets: readonly RulesetVersion[];
}
