import type { CalendarDate } from '../calendar/calendar-date.ts';
import { compareText } from '../calendar/compare-text.ts';
import type { Centimes } from '../money/centimes.ts';

/** What the order of lines looks at, on one sheet or on several. */
export interface OrderKey {
  readonly date: CalendarDate;
  /** Eligible of the units declared, before limits and session. */
  readonly sessionEligible: Centimes;
  readonly code: string;
  readonly sheetNumber: string;
  readonly lineNumber: number;
}

/**
 * The order in which a rule chooses between lines: earlier date of care, larger eligible,
 * code, sheet number, line number. It knows nothing of arrival, so arrival never matters.
 */
export function compareOrder(a: OrderKey, b: OrderKey): number {
  return (
    compareText(a.date, b.date) ||
    b.sessionEligible - a.sessionEligible ||
    compareText(a.code, b.code) ||
    compareText(a.sheetNumber, b.sheetNumber) ||
    a.lineNumber - b.lineNumber
  );
}

/** Puts lines in canonical order, in place; the few of a sheet without making anything. */
export function sortInOrder<Key extends OrderKey>(lines: Key[]): void {
  if (lines.length > MANY) lines.sort(compareOrder);
  else for (let i = 1; i < lines.length; i += 1) sink(lines, i);
}

const MANY = 16;

/** Moves a line up to its place among those before it, which are in order. */
function sink<Key extends OrderKey>(lines: Key[], from: number): void {
  const line = lines[from];
  if (line === undefined) return;
  let place = from;
  for (; place > 0; place -= 1) {
    const before = lines[place - 1];
    if (before === undefined || compareOrder(before, line) <= 0) break;
    lines[place] = before;
  }
  lines[place] = line;
}

export function comesBefore(a: OrderKey, b: OrderKey): boolean {
  return compareOrder(a, b) < 0;
}
