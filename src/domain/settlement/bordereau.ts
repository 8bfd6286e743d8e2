import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Amounts } from '../money/amounts.ts';
import { formatAmount } from '../money/centimes.ts';
import type { Payable } from './payable.ts';

/** What a bordereau tells of its batch. */
export interface BordereauBatch {
  /** The fund's code. */
  readonly fund: string;
  readonly number: number;
  readonly upTo: CalendarDate;
  /** In the order of the bordereau. */
  readonly entries: readonly Payable[];
  readonly totals: Amounts;
}

export const BORDEREAU_HEAD = [
  'record',
  'fund',
  'batch',
  'up-to',
  'position',
  'sheet',
  'decided-on',
  'payee-kind',
  'payee',
  'submitted',
  'eligible',
  'benefit',
  'copay',
  'over-cap',
  'excess',
  'disallowed',
] as const;

/** One row a sheet, then the control totals: the number of sheets and the sum of every amount. */
export function bordereauRows(batch: BordereauBatch): readonly (readonly string[])[] {
  const { fund, number, upTo, entries, totals } = batch;
  const head = [fund, String(number), upTo];
  const rows = entries.map((entry, index) => [
    'sheet',
    ...head,
    String(index + 1),
    entry.number,
    entry.decidedOn,
    entry.payeeKind,
    entry.payeeKey,
    ...amountCells(entry),
  ]);
  const control = ['total', ...head, String(entries.length), '', '', '', ''];
  return [...rows, [...control, ...amountCells(totals)]];
}

function amountCells(amounts: Amounts): readonly string[] {
  const { submitted, eligible, benefit, copay, overCap, excess, disallowed } = amounts;
  return [submitted, eligible, benefit, copay, overCap, excess, disallowed].map(formatAmount);
}
