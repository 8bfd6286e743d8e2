import { compareText } from '../calendar/compare-text.ts';
import { isRib } from '../identifiers/rib.ts';
import { type Amounts, addAmounts, NO_AMOUNTS } from '../money/amounts.ts';
import type { Centimes } from '../money/centimes.ts';
import { type Payable, type PayeeAccount, payeeText } from './payable.ts';

/** One transfer: all that a batch owes one payee, netted. */
export interface Payment extends PayeeAccount {
  readonly entryCount: number;
  readonly amount: Centimes;
}

/** A payable that waits for its payee's bank account; the next batch tries again. */
export interface HeldPayable {
  readonly payable: Payable;
  readonly reason: 'rib-missing' | 'rib-invalid';
}

export interface Settlement {
  readonly entries: readonly Payable[];
  readonly payments: readonly Payment[];
  readonly held: readonly HeldPayable[];
  /** Of the entries. */
  readonly totals: Amounts;
}

/**
 * Divides payables into what a batch pays and what it holds. Entries are in the order of their
 * sheets, payments in that of their payees by bytes, so that the same payables give the same
 * files.
 */
export function settle(
  payables: readonly Payable[],
  accounts: readonly PayeeAccount[],
): Settlement {
  const accountOf = new Map(accounts.map((account) => [payeeText(account), account]));
  const entries: Payable[] = [];
  const held: HeldPayable[] = [];
  for (const payable of [...payables].sort((a, b) => a.sheetId - b.sheetId)) {
    const account = accountOf.get(payeeText(payable));
    if (account === undefined) held.push({ payable, reason: 'rib-missing' });
    else if (!isRib(account.rib)) held.push({ payable, reason: 'rib-invalid' });
    else entries.push(payable);
  }
  const totals = entries.reduce<Amounts>(addAmounts, NO_AMOUNTS);
  return { entries, held, totals, payments: netPayments(entries, accountOf) };
}

function netPayments(
  entries: readonly Payable[],
  accountOf: ReadonlyMap<string, PayeeAccount>,
): Payment[] {
  const netted = new Map<string, { entryCount: number; amount: Centimes }>();
  for (const entry of entries) {
    const key = payeeText(entry);
    const { entryCount, amount } = netted.get(key) ?? { entryCount: 0, amount: 0 };
    netted.set(key, { entryCount: entryCount + 1, amount: amount + entry.benefit });
  }
  return [...netted]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, net]) => {
      const account = accountOf.get(key);
      if (account === undefined) throw new RangeError('an entry without an account');
      return { ...account, ...net };
    });
}
