import { expect, it } from 'vitest';
import { isCalendarDate, toYearMonthDay } from '#domain/calendar/calendar-date.ts';

it.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2100-02-29', false],
  ['2000-02-29', true],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-01', false],
  ['2026-01-00', false],
  ['1899-12-31', false],
  ['2200-01-01', false],
  ['2026-1-01', false],
  ['2026-01-01 ', false],
  ['2026/01/01', false],
  ['', false],
])('%s is a date: %s', (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
});

it('throws for a text that is no date', () => {
  expect(() => toYearMonthDay('2026-02-29')).toThrow(RangeError);
});
