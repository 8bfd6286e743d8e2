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
  // A day begins on a minute, and nearly everybody asks for the minute that is now.
  const minute = Math.floor(instant.getTime() / 60_000);
  if (minute !== asked.minute) asked = { minute, date: casablanca.format(instant) };
  return asked.date;
}

let asked = { minute: Number.NaN, date: '' };

export const systemClock: Clock = () => new Date();
