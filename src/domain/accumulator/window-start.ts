import { addMonths } from '../calendar/arithmetic.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Window } from '../coverage/ruleset.ts';

/**
 * The last day that a line of this date no longer sees: care is counted from the day after.
 * The empty text is before every date.
 */
export function windowOpensAfter(window: Window, date: CalendarDate): CalendarDate {
  switch (window.kind) {
    case 'lifetime':
      return '';
    case 'calendar-year':
      return `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}-12-31`;
    case 'sliding-months':
      return addMonths(date, -window.months);
  }
}
