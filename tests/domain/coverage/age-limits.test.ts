import { expect, it } from 'vitest';
import { ageOn } from '#domain/calendar/arithmetic.ts';
import { highestAgeLimit, lastDayOfAge } from '#domain/coverage/age-limits.ts';

const row = (lastAge: number, student: boolean) =>
  ({ code: `AGE-${lastAge}`, source: 'test', relationship: 'child', student, lastAge }) as const;

it.each([
  ['2004-11-22', 21, '2026-11-21'],
  ['2004-01-01', 21, '2025-12-31'],
  ['2004-02-29', 21, '2026-02-28'],
  ['2004-02-29', 23, '2028-02-28'],
])('of somebody born on %s lasts the age of %i until %s', (birthDate, age, lastDay) => {
  expect(lastDayOfAge(birthDate, age)).toBe(lastDay);
  expect(ageOn(birthDate, lastDay)).toBe(age);
});

it('is that of a student for who studies, and nothing for who has no limit', () => {
  const rows = [row(26, true), row(21, false)];
  const limit = (relationship: 'child' | 'spouse', studies: boolean) =>
    highestAgeLimit(rows, { relationship, studies })?.lastAge;
  expect([limit('child', true), limit('child', false), limit('spouse', true)]).toEqual([
    26,
    21,
    undefined,
  ]);
});
