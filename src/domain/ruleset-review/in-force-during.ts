import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { RulesetDocument } from '../coverage/ruleset.ts';

/** Whether a row of the record is valid on some day of a ruleset. */
export function isInForceDuring(
  {
    validFrom,
    validTo,
  }: { readonly validFrom: CalendarDate; readonly validTo: CalendarDate | null },
  { effectiveFrom, effectiveTo }: RulesetDocument,
): boolean {
  return (
    (effectiveTo === null || validFrom <= effectiveTo) &&
    (validTo === null || validTo >= effectiveFrom)
  );
}
