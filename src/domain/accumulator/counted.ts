import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Window } from '../coverage/ruleset.ts';
import type { Centimes } from '../money/centimes.ts';
import { comesBefore, type OrderKey } from './canonical-order.ts';
import type { Consumption, PastLine } from './history.ts';
import { windowOpensAfter } from './window-start.ts';

/** A line that used units, on this sheet or on one decided before. */
export type UnitUse = OrderKey & Pick<PastLine, 'units' | 'paidUnits' | 'countedUnder'>;

/** Units used under a row by the lines that come before one, in the window that it sees. */
export function unitsBefore(
  line: OrderKey,
  row: { readonly code: string; readonly window: Window },
  uses: readonly UnitUse[],
): number {
  if (uses.length === 0) return 0;
  const after = windowOpensAfter(row.window, line.date);
  let units = 0;
  for (const use of uses) {
    if (use.date <= after || use.paidUnits === 0 || !use.countedUnder.includes(row.code)) continue;
    if (comesBefore(use, line)) units += use.paidUnits;
  }
  return units;
}

/**
 * The same, as the line saw it while its day was being decided: the lines of that day that turned
 * out to be paid nothing had units then.
 */
export function unitsSeenBefore(
  line: OrderKey,
  row: { readonly code: string; readonly window: Window },
  uses: readonly UnitUse[],
): number {
  let units = unitsBefore(line, row, uses);
  for (const use of uses) {
    if (use.paidUnits > 0 || use.date !== line.date) continue;
    if (use.countedUnder.includes(row.code) && comesBefore(use, line)) units += use.units;
  }
  return units;
}

/** The date of the last paid line under a row among those that come before one. */
export function lastPaidBefore(
  line: OrderKey,
  rowCode: string,
  uses: readonly UnitUse[],
): CalendarDate | null {
  let last: CalendarDate | null = null;
  for (const use of uses) {
    if (use.paidUnits === 0 || (last !== null && use.date <= last)) continue;
    if (use.countedUnder.includes(rowCode) && comesBefore(use, line)) last = use.date;
  }
  return last;
}

/** What the lines that come before one took from a cap, in the window that it sees. */
export function benefitBefore(
  line: OrderKey,
  cap: { readonly code: string; readonly window: Window; readonly patientRank: number | null },
  consumptions: readonly Consumption[],
): Centimes {
  if (consumptions.length === 0) return 0;
  const after = windowOpensAfter(cap.window, line.date);
  let used = 0;
  for (const taken of consumptions) {
    if (taken.date <= after || taken.cap !== cap.code) continue;
    if (taken.patientRank === cap.patientRank && comesBefore(taken, line)) used += taken.amount;
  }
  return used;
}
