import { addDays, addMonths } from '../calendar/arithmetic.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Relationship } from '../care-sheet/care-sheet.ts';
import type { AgeLimit } from './ruleset.ts';

/** The limit that lasts longest for somebody; undefined where there is none. */
export function highestAgeLimit(
  rows: readonly AgeLimit[],
  { relationship, studies }: { readonly relationship: Relationship; readonly studies: boolean },
): AgeLimit | undefined {
  let highest: AgeLimit | undefined;
  for (const row of rows) {
    if (row.relationship !== relationship || (row.student && !studies)) continue;
    if (highest === undefined || row.lastAge > highest.lastAge) highest = row;
  }
  return highest;
}

/** The last day of an age: that before the next birthday, which is 1 March for 29 February. */
export function lastDayOfAge(birthDate: CalendarDate, age: number): CalendarDate {
  const birthday = addMonths(birthDate, 12 * (age + 1));
  return birthday.slice(5) === birthDate.slice(5) ? addDays(birthday, -1) : birthday;
}
