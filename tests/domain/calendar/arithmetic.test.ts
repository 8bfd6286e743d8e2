import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addSpan,
  ageOn,
  daysBetween,
  isAfterSpan,
  isWithin,
} from '#domain/calendar/arithmetic.ts';
import { isCalendarDate } from '#domain/calendar/calendar-date.ts';

describe('months and days', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-10', 0, '2026-03-10'],
  ])('%s and %d months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it.each([
    ['2026-03-10', 60, '2026-05-09'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %d days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it('tells 2 months from 60 days', () => {
    expect(addSpan('2026-03-10', { months: 2 })).toBe('2026-05-10');
    expect(addSpan('2026-03-10', { days: 60 })).toBe('2026-05-09');
  });

  it('finds what lies after a span as the last day of it says', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2023-12-15', days));
    const count = fc.nat({ max: 40 });
    const span = fc.oneof(
      count.map((days) => ({ days })),
      count.map((months) => ({ months })),
    );
    fc.assert(
      fc.property(day, day, span, (date, from, limit) => {
        expect(isAfterSpan(date, from, limit)).toBe(date > addSpan(from, limit));
        const lastDay = addSpan(from, limit);
        expect(isAfterSpan(lastDay, from, limit)).toBe(false);
        expect(isAfterSpan(addDays(lastDay, 1), from, limit)).toBe(true);
      }),
      { numRuns: 500, seed: 9 },
    );
  });

  it('agrees with the calendar of the platform over all years', () => {
    const day = fc.integer({ min: -25_000, max: 83_000 });
    const text = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, fc.integer({ min: -500, max: 500 }), (start, days) => {
        fc.pre(isCalendarDate(text(start + days)));
        expect(addDays(text(start), days)).toBe(text(start + days));
        expect(daysBetween(text(start), text(start + days))).toBe(days);
      }),
    );
  });
});

describe('ages', () => {
  it.each([
    ['2004-03-11', '2026-03-10', 21],
    ['2004-03-10', '2026-03-10', 22],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
    ['2026-03-10', '2026-03-10', 0],
  ])('born on %s is on %s aged %d', (birthDate, date, age) => {
    expect(ageOn(birthDate, date)).toBe(age);
  });
});

it('includes the first and the last day of a period', () => {
  expect(isWithin('2026-03-10', '2026-03-10', '2026-03-10')).toBe(true);
  expect(isWithin('2026-03-10', '2026-03-11', null)).toBe(false);
  expect(isWithin('2026-03-10', '2026-01-01', '2026-03-09')).toBe(false);
});
