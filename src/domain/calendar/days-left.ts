import { addDays } from './arithmetic.ts';
import type { CalendarDate } from './calendar-date.ts';

/** Days from a first to a last one, both included; null is an open end. */
interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** What is left of some days when others are taken: those before, and those after. */
export function daysLeft(days: Days, taken: Days): Days[] {
  const endsBefore = days.to !== null && days.to < taken.from;
  const beginsAfter = taken.to !== null && days.from > taken.to;
  if (endsBefore || beginsAfter) return [days];
  const left: Days[] = [];
  if (days.from < taken.from) left.push({ from: days.from, to: addDays(taken.from, -1) });
  if (taken.to !== null && (days.to === null || days.to > taken.to)) {
    left.push({ from: addDays(taken.to, 1), to: days.to });
  }
  return left;
}
