import { describe, expect, it } from 'vitest';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import {
  letterTariff,
  medicine,
  packageTariff,
  reference,
  ruleset,
} from '#tests/domain/builders/reference-builder.ts';

const ROW = { when: {}, source: 'test' };
const YEAR = { kind: 'calendar-year' } as const;

describe('a malformed reference is refused', () => {
  it.each([
    ['a rate above 1', { coverage: [{ ...ROW, code: 'R', rate: '1.1' }] }],
    ['a rate in percent', { coverage: [{ ...ROW, code: 'R', rate: '90' }] }],
    [
      'a cap without centimes',
      {
        caps: [{ ...ROW, code: 'R', amount: '3000', per: 'patient', window: YEAR }],
      },
    ],
    ['a demand from no amount', { authorizations: [{ ...ROW, code: 'R', fromAmount: 'much' }] }],
    [
      'a threshold that is none',
      {
        holds: [{ code: 'R', kind: 'amount', threshold: '-1.00', source: 'test' }],
      },
    ],
    ['a share above 1', { holds: [{ code: 'R', kind: 'sample', share: '2', source: 'test' }] }],
    ['half a unit', { unitLimits: [{ ...ROW, code: 'R', maxUnits: 0.5, window: YEAR }] }],
    [
      'a window of no months',
      {
        unitLimits: [
          { ...ROW, code: 'R', maxUnits: 1, window: { kind: 'sliding-months', months: 0 } },
        ],
      },
    ],
    [
      'a session without percentages',
      {
        session: {
          code: 'R',
          technicalCategories: [],
          consultationCategories: [],
          percentages: [],
          source: 'test',
        },
      },
    ],
    [
      'a category on both sides of a session',
      {
        session: {
          code: 'R',
          technicalCategories: ['visit'],
          consultationCategories: ['visit'],
          percentages: ['1.00'],
          source: 'test',
        },
      },
    ],
    [
      'two limits of one code',
      {
        unitLimits: [
          { ...ROW, code: 'R', maxUnits: 1, window: YEAR },
          { ...ROW, code: 'R', maxUnits: 2, window: YEAR },
        ],
      },
    ],
    ['dates that are no period', { effectiveFrom: '2026-01-02', effectiveTo: '2026-01-01' }],
  ] as [string, Partial<RulesetDocument>][])('%s', (_, terms) => {
    expect(() => reference(ruleset(terms))).toThrow(RangeError);
  });

  it('names the row and the figure', () => {
    const coverage = [{ ...ROW, code: 'ROUTINE', rate: '90' }];
    expect(() => reference(ruleset({ coverage }))).toThrow('row ROUTINE: 90 is not a rate');
  });

  it('refuses a tariff of 0, and one that coefficients could overflow', () => {
    for (const amount of [0, -1, 1.5, 2 ** 38]) {
      const tariffs = [letterTariff('C', amount)];
      expect(() => reference(undefined, { tariffs })).toThrow(RangeError);
    }
  });

  it('refuses a medicine of a negative price', () => {
    const medicines = [medicine('6118000000006', { basePrice: -1 })];
    expect(() => reference(undefined, { medicines })).toThrow(RangeError);
  });

  it('refuses two rulesets of one scheme on one day, and takes neighbours', () => {
    const until = (effectiveTo: string | null) => ({
      rulesets: [
        { version: 1, document: ruleset({ effectiveTo }) },
        { version: 2, document: ruleset({ effectiveFrom: '2026-01-01' }) },
      ],
    });
    expect(() => reference(undefined, until(null))).toThrow('in force on 2026-01-01');
    expect(() => reference(undefined, until('2026-01-01'))).toThrow(RangeError);
    expect(() => reference(undefined, until('2025-12-31'))).not.toThrow();
  });
});

describe('look-ups', () => {
  it('answers by date, first and last day included', () => {
    const rows = reference(undefined, {
      management: [
        { scheme: 'PUBLIC', fund: 'CNOPS', from: '2005-08-18', to: '2027-01-31' },
        { scheme: 'PUBLIC', fund: 'CNSS', from: '2027-02-01', to: null },
      ],
    });
    const funds = ['2005-08-17', '2005-08-18', '2027-01-31', '2027-02-01'].map((date) =>
      rows.fundOf('PUBLIC', date),
    );
    expect(funds).toEqual([undefined, 'CNOPS', 'CNOPS', 'CNSS']);
    expect(rows.fundOf('NONE', '2026-01-01')).toBeUndefined();
  });

  it('prefers a fund’s own row, and does not mix letters with acts', () => {
    const tariffs = [
      packageTariff('C', 100),
      letterTariff('C', 200),
      letterTariff('C', 300, { fund: 'CNSS', validTo: '2026-01-31' }),
    ];
    const rows = reference(undefined, { tariffs });
    const query = { grid: 'TNR', item: 'C', sector: 'private', fund: 'CNSS' } as const;
    const january = '2026-01-31';
    const kind = 'key-letter' as const;
    expect(rows.tariff({ ...query, kind, date: january })?.amount).toBe(300);
    expect(rows.tariff({ ...query, kind, date: '2026-02-01' })?.amount).toBe(200);
    expect(rows.tariff({ ...query, kind, fund: 'CNOPS', date: january })?.amount).toBe(200);
    expect(rows.tariff({ ...query, kind: 'act', date: january })?.amount).toBe(100);
    expect(rows.tariff({ ...query, kind, grid: 'OTHER', date: january })).toBeUndefined();
  });

  it('lets rulesets of one code follow each other', () => {
    const rows = reference(undefined, {
      rulesets: [
        { version: 1, document: ruleset({ effectiveTo: '2025-12-31' }) },
        { version: 2, document: ruleset({ effectiveFrom: '2026-01-01' }) },
      ],
    });
    expect(rows.ruleset('SALARIED', '2025-12-31')?.id).toBe('TEST@1');
    expect(rows.ruleset('SALARIED', '2026-01-01')?.id).toBe('TEST@2');
    expect(rows.ruleset('PUBLIC', '2026-01-01')).toBeUndefined();
  });
});
