import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { balances } from '#domain/ledger/balances.ts';
import { decisionTransaction } from '#domain/ledger/decision-transaction.ts';
import { reverse } from '#domain/ledger/reverse.ts';
import { ledgerTransaction } from '#domain/ledger/transaction.ts';
import { input, insured, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';

describe('the transaction of a decision', () => {
  it('debits the benefits of the scheme and credits the payee', () => {
    expect(decisionTransaction(adjudicate(input()))?.postings).toEqual([
      { debit: 'benefits:SALARIED', credit: 'payable:insured:CNSS:123456789', amount: 7_200 },
    ]);
    const direct = adjudicate(input({ sheet: sheet({ payment: 'direct' }) }));
    expect(decisionTransaction(direct)?.postings[0]?.credit).toBe('payable:provider:900000001');
  });

  it('is none while pended, when rejected, or when nothing is owed', () => {
    const hold = { code: 'HOLD', kind: 'amount', threshold: '1.00', source: 'test' } as const;
    const pended = input({ reference: reference(ruleset({ holds: [hold] })) });
    const rejected = input({ insured: insured({ entitlements: [] }) });
    const coverage = [{ code: 'ALL', when: {}, rate: '0', source: 'test' }];
    const nothing = input({ reference: reference(ruleset({ coverage })) });
    for (const one of [pended, rejected, nothing]) {
      expect(decisionTransaction(adjudicate(one))).toBeUndefined();
    }
  });
});

describe('a transaction', () => {
  const transaction = ledgerTransaction([
    { debit: 'a', credit: 'b', amount: 100 },
    { debit: 'c', credit: 'b', amount: 50 },
  ]);

  it('balances', () => {
    const totals = balances([transaction]);
    expect([...totals]).toEqual([
      ['a', 100],
      ['b', -150],
      ['c', 50],
    ]);
    expect([...totals.values()].reduce((sum, amount) => sum + amount, 0)).toBe(0);
  });

  it('is undone by its reversal, posting by posting', () => {
    const undone = balances([transaction, reverse(transaction)]);
    expect([...undone.values()]).toEqual([0, 0, 0]);
    expect(reverse(reverse(transaction))).toEqual(transaction);
  });

  it.each([0, -1, 0.5])('takes no posting of %d', (amount) => {
    expect(() => ledgerTransaction([{ debit: 'a', credit: 'b', amount }])).toThrow(RangeError);
  });

  it('takes no posting from an account to itself', () => {
    expect(() => ledgerTransaction([{ debit: 'a', credit: 'a', amount: 1 }])).toThrow(RangeError);
  });
});
