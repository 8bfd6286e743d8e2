declare const brand: unique symbol;

/** A day of the Gregorian calendar in Africa/Casablanca, "2026-11-21". Text order is day order. */
export type CalendarDate = string & { readonly [brand]?: 'CalendarDate' };

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export interface YearMonthDay {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month of 1 to 12; 0 for another number. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);
}

/** True for a day that exists, of the years 1900 to 2199. */
export function isCalendarDate(text: string): text is CalendarDate {
  return parse(text) !== undefined;
}

/** The three numbers of a date; throws when the text is no date. */
export function toYearMonthDay(date: CalendarDate): YearMonthDay {
  const parsed = parse(date);
  if (parsed === undefined) throw new RangeError(`not a calendar date: ${String(date)}`);
  return parsed;
}

export function fromYearMonthDay({ year, month, day }: YearMonthDay): CalendarDate {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Four digits, without looking whether the rest is a date. */
export function yearOf(date: CalendarDate): number {
  return twoDigits(date, 0) * 100 + twoDigits(date, 2);
}

/** Months since the year 0: the months between two dates are a difference of these. */
export function monthNumber(date: CalendarDate): number {
  return yearOf(date) * 12 + twoDigits(date, 5);
}

/** 310 for 10 March: the order of days within a year. */
export function dayWithinYear(date: CalendarDate): number {
  return twoDigits(date, 5) * 100 + twoDigits(date, 8);
}

const [ZERO, DASH] = [48, 45];

/** Reads code by code: dates are read for every line, where a regular expression is slow. */
function parse(text: string): YearMonthDay | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) {
    return undefined;
  }
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const isDay = day >= 1 && day <= daysInMonth(year, month);
  return isDay && year >= 1900 && year <= 2199 ? { year, month, day } : undefined;
}

/** Two digits at a place of a text; NaN when they are not digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  const areDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return areDigits ? tens * 10 + ones : Number.NaN;
}
