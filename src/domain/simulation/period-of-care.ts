import type { CalendarDate } from '../calendar/calendar-date.ts';

/** Dates of care, first and last day included. */
export interface PeriodOfCare {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}
