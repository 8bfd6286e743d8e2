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

export function comesBefore(a: OrderKey, b: OrderKey): boolean {
  return compareOrder(a, b) < 0;
}
