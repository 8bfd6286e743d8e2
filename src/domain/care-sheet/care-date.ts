import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CareSheet } from './care-sheet.ts';

/** The day that places a sheet among others: of admission, else of its first line. */
export function careDate({ stay, lines, receivedOn }: CareSheet): CalendarDate {
  if (stay !== null) return stay.admission;
  let first: CalendarDate | undefined;
  for (const { date } of lines) if (first === undefined || date < first) first = date;
  return first ?? receivedOn;
}
