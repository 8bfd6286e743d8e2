import { type Amounts, addAmounts, NO_AMOUNTS } from '../money/amounts.ts';
import { formatAmount } from '../money/centimes.ts';
import { type Payable, payeeText } from './payable.ts';

/** A row of a bordereau: texts only, amounts as "150.00". */
export interface BordereauRow {
  readonly position: string;
  readonly sheetNumber: string;
  readonly payee: string;
  readonly submitted: string;
  readonly eligible: string;
  readonly benefit: string;
  readonly copay: string;
  readonly overCap: string;
  readonly excess: string;
  readonly disallowed: string;
}

/** What the receiver adds up again: the number of entries and every amount. */
export interface ControlTotals {
  readonly count: number;
  readonly totals: Amounts;
}

export function bordereauRows(entries: readonly Payable[]): readonly BordereauRow[] {
  return entries.map(({ sheetNumber, payee, amounts }, i) => ({
    position: String(i + 1),
    sheetNumber,
    payee: payeeText(payee),
    submitted: formatAmount(amounts.submitted),
    eligible: formatAmount(amounts.eligible),
    benefit: formatAmount(amounts.benefit),
    copay: formatAmount(amounts.copay),
    overCap: formatAmount(amounts.overCap),
    excess: formatAmount(amounts.excess),
    disallowed: formatAmount(amounts.disallowed),
  }));
}

export function controlTotals(entries: readonly Payable[]): ControlTotals {
  const totals = entries.reduce((sum, { amounts }) => addAmounts(sum, amounts), NO_AMOUNTS);
  return { count: entries.length, totals };
}
