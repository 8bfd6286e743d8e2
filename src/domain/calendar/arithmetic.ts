import {
  type CalendarDate,
  daysInMonth,
  dayWithinYear,
  fromYearMonthDay,
  monthNumber,
  toYearMonthDay,
  yearOf,
} from './calendar-date.ts';

/** A span of time as a ruleset states it: "2 months" is not "60 days". */
export type Span = { readonly days: number } | { readonly months: number };

/** The same day N months later (or earlier), clamped to the month's end: 31 Jan + 1 = 28 Feb. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = toYearMonthDay(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  const lastDay = daysInMonth(targetYear, targetMonth);
  return fromYearMonthDay({
    year: targetYear,
    month: targetMonth,
    day: Math.min(day, lastDay),
  });
}

/** Days since 1 March of year 0 in the proleptic Gregorian calendar (the civil-day algorithm). */
export function toDayNumber(date: CalendarDate): number {
  const { year, month, day } = toYearMonthDay(date);
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear;
}

function fromDayNumber(dayNumber: number): CalendarDate {
  const era = Math.floor(dayNumber / 146_097);
  const dayOfEra = dayNumber - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return fromYearMonthDay({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  });
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days);
}

export function addSpan(date: CalendarDate, span: Span): CalendarDate {
  return 'days' in span ? addDays(date, span.days) : addMonths(date, span.months);
}

/** True when a date lies after a span that begins on another one: its last day is within. */
export function isAfterSpan(date: CalendarDate, from: CalendarDate, span: Span): boolean {
  if (date <= from) return false;
  if ('days' in span) return daysBetween(from, date) > span.days;
  const months = monthNumber(date) - monthNumber(from);
  if (months !== span.months) return months > span.months;
  return date > addMonths(from, span.months);
}

/** Days from one date to another: negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Whole years lived on a date; somebody born on 29 February turns older on 1 March. */
export function ageOn(birthDate: CalendarDate, date: CalendarDate): number {
  const years = yearOf(date) - yearOf(birthDate);
  return dayWithinYear(date) >= dayWithinYear(birthDate) ? years : years - 1;
}

/** True when the date is in the period, first and last day included; null is an open end. */
export function isWithin(date: CalendarDate, from: CalendarDate, to: CalendarDate | null): boolean {
  return date >= from && (to === null || date <= to);
}
