import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BORDEREAU_HEAD, bordereauRows } from '#domain/settlement/bordereau.ts';
import type { Payable } from '#domain/settlement/payable.ts';
import { settle } from '#domain/settlement/settle.ts';

const RIB = '011519000001205000534921';

function payable(sheetId: number, rest: Partial<Payable> = {}): Payable {
  return {
    sheetId,
    submitterId: 1,
    number: `FSE-${sheetId}`,
    revision: 1,
    decidedOn: '2026-03-20',
    payeeKind: 'insured',
    payeeKey: 'CNSS:123456789',
    submitted: 15_000,
    eligible: 8_000,
    benefit: 7_200,
    copay: 800,
    overCap: 0,
    excess: 7_000,
    disallowed: 0,
    ...rest,
  };
}

const INSURED = {
  payeeKind: 'insured',
  payeeKey: 'CNSS:123456789',
  holder: 'A',
  rib: RIB,
} as const;
const CLINIC = { payeeKind: 'provider', payeeKey: '900000001', holder: 'B', rib: RIB } as const;
const OF_CLINIC = { payeeKind: 'provider', payeeKey: '900000001' } as const;

describe('settle', () => {
  it('nets what is owed to a payee into one payment', () => {
    const { payments, totals, held } = settle(
      [payable(2), payable(3, { ...OF_CLINIC, benefit: 100 }), payable(1)],
      [CLINIC, INSURED],
    );
    expect(payments).toEqual([
      { ...INSURED, entryCount: 2, amount: 14_400 },
      { ...CLINIC, entryCount: 1, amount: 100 },
    ]);
    expect(totals).toMatchObject({ submitted: 45_000, benefit: 14_500, excess: 21_000 });
    expect(held).toEqual([]);
  });

  it('holds what has no account, or an account with a wrong RIB, and goes on', () => {
    const wrong = { ...INSURED, rib: '011519000001205000534922' };
    const { entries, held } = settle([payable(1), payable(2, OF_CLINIC)], [wrong]);
    expect(entries).toEqual([]);
    expect(held.map(({ payable: one, reason }) => [one.sheetId, reason])).toEqual([
      [1, 'rib-invalid'],
      [2, 'rib-missing'],
    ]);
  });

  it('is the same whatever the order of payables and accounts', () => {
    const payables = [1, 2, 3, 4, 5].map((id) => payable(id, id % 2 ? OF_CLINIC : {}));
    const expected = settle(payables, [INSURED, CLINIC]);
    fc.assert(
      fc.property(fc.shuffledSubarray(payables, { minLength: 5 }), (shuffled) => {
        expect(settle(shuffled, [CLINIC, INSURED])).toEqual(expected);
      }),
    );
  });
});

describe('bordereau', () => {
  it('has a row a sheet and its control totals', () => {
    const { entries, totals } = settle([payable(1), payable(2)], [INSURED]);
    const rows = bordereauRows({ fund: 'CNSS', number: 7, upTo: '2026-03-31', entries, totals });
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toHaveLength(BORDEREAU_HEAD.length);
    const cell = (row: number, name: (typeof BORDEREAU_HEAD)[number]) =>
      rows[row]?.[BORDEREAU_HEAD.indexOf(name)];
    expect([cell(0, 'record'), cell(0, 'sheet'), cell(0, 'benefit')]).toEqual([
      'sheet',
      'FSE-1',
      '72.00',
    ]);
    expect([cell(2, 'record'), cell(2, 'position'), cell(2, 'benefit'), cell(2, 'excess')]).toEqual(
      ['total', '2', '144.00', '140.00'],
    );
  });
});
