import type { Payee } from '../decision/decision.ts';
import { type Amounts, addAmounts, NO_AMOUNTS } from '../money/amounts.ts';
import type { Centimes } from '../money/centimes.ts';
import { comparePayables, type Payable, payeeText } from './payable.ts';

/** The bank account of a payee, with whether its RIB is valid. */
export interface PayeeAccount {
  readonly holder: string;
  readonly rib: string;
  readonly isValid: boolean;
}

/** One transfer: all entries of one payee, netted. */
export interface Payment<Entry extends Payable = Payable> {
  readonly payee: Payee;
  readonly holder: string;
  readonly rib: string;
  readonly entries: readonly Entry[];
  /** Above 0. */
  readonly amount: Centimes;
}

/** An entry that this batch leaves open, and why. */
export interface Held<Entry extends Payable = Payable> {
  readonly entry: Entry;
  readonly reason: 'rib-missing' | 'rib-invalid' | 'nothing-to-pay';
}

/** What a batch pays, in the order of its bordereau; nothing depends on the order of arrival. */
export interface ComposedBatch<Entry extends Payable = Payable> {
  readonly entries: readonly Entry[];
  readonly payments: readonly Payment<Entry>[];
  readonly held: readonly Held<Entry>[];
  /** Of the entries; the payments add up to its benefit. */
  readonly totals: Amounts;
}

/** Nets payables per payee; a payee without a valid RIB waits and the batch goes on. */
export function composeBatch<Entry extends Payable>(
  payables: readonly Entry[],
  accountOf: (payee: Payee) => PayeeAccount | undefined,
): ComposedBatch<Entry> {
  const payments: Payment<Entry>[] = [];
  const held: Held<Entry>[] = [];
  for (const entries of byPayee([...payables].sort(comparePayables))) {
    const payee = entries[0]?.payee;
    if (payee === undefined) continue;
    const account = accountOf(payee);
    const amount = entries.reduce((sum, { amounts }) => sum + amounts.benefit, 0);
    const reason = reasonToHold(account, amount);
    if (account === undefined || reason !== null) {
      for (const entry of entries) held.push({ entry, reason: reason ?? 'rib-missing' });
    } else {
      const { holder, rib } = account;
      payments.push({ payee, holder, rib, entries, amount });
    }
  }
  const entries = payments.flatMap((payment) => payment.entries);
  const totals = entries.reduce((sum, { amounts }) => addAmounts(sum, amounts), NO_AMOUNTS);
  return { entries, payments, held, totals };
}

function reasonToHold(account: PayeeAccount | undefined, amount: Centimes): Held['reason'] | null {
  if (amount <= 0) return 'nothing-to-pay';
  if (account === undefined) return 'rib-missing';
  return account.isValid ? null : 'rib-invalid';
}

function byPayee<Entry extends Payable>(sorted: readonly Entry[]): readonly Entry[][] {
  const groups: Entry[][] = [];
  let current: Entry[] = [];
  let payee = '';
  for (const entry of sorted) {
    const text = payeeText(entry.payee);
    if (text !== payee) {
      current = [];
      groups.push(current);
      payee = text;
    }
    current.push(entry);
  }
  return groups;
}
