import { InvalidArgumentError } from 'commander';
import { type CalendarDate, isCalendarDate } from '#domain/calendar/calendar-date.ts';

/** Parsers of commander: what they throw is told with the name of the argument. */
export function toCalendarDate(text: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new InvalidArgumentError('Give a day of the calendar, such as 2026-11-21.');
}

/** An id, a number of a batch or a count. */
export function toPositiveInteger(text: string): number {
  const value = Number(text);
  if (/^[1-9][0-9]{0,15}$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new InvalidArgumentError('Give a whole number from 1.');
}
