import type { CalendarDate } from '#domain/calendar/calendar-date.ts';

/** Where the time of day comes in; tests give their own. */
export type Clock = () => Date;

const casablanca = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Africa/Casablanca',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar date of an instant in Africa/Casablanca. */
export function casablancaDate(instant: Date): CalendarDate {
  return casablanca.format(instant);
}

export const systemClock: Clock = () => new Date();
