import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import type { DecisionInput } from '#domain/decision/decision-input.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';

function shipped(name: string): RulesetDocument {
  const url = new URL(`../../../fixtures/rulesets/${name}.json`, import.meta.url);
  const document = JSON.parse(readFileSync(url, 'utf8')) as RulesetDocument;
  return { ...document, schemes: ['SALARIED'], holds: [] };
}

function amountsOf(
  document: RulesetDocument,
  care: Partial<CareSheet>,
  rest?: Partial<DecisionInput>,
) {
  const decision = adjudicate(
    input({ sheet: sheet(care), reference: reference(document), ...rest }),
  );
  return decision.lines.map(({ amounts }) => amounts);
}

const NONE = { copay: 0, overCap: 0, excess: 0, disallowed: 0 };

describe('the worked examples', () => {
  it('1. pays 90 % of a consultation on its tariff', () => {
    expect(amountsOf(shipped('amo-90-100'), {})).toEqual([
      { ...NONE, submitted: 15_000, eligible: 8_000, benefit: 7_200, copay: 800, excess: 7_000 },
    ]);
  });

  it('2. pays the whole package of a stay', () => {
    const stay = { admission: '2026-03-08', discharge: '2026-03-12' };
    const lines = [line({ code: 'STAY', unitPrice: 650_000 })];
    expect(amountsOf(shipped('amo-90-100'), { stay, lines })).toEqual([
      { ...NONE, submitted: 650_000, eligible: 600_000, benefit: 600_000, excess: 50_000 },
    ]);
  });

  it('3. pays a medicine on its base price', () => {
    const lines = [line({ kind: 'medicine', code: '6118000000006', unitPrice: 12_000 })];
    const prescription = { number: null, date: '2026-03-09' };
    expect(amountsOf(shipped('cnss-2005'), { lines, prescription })).toEqual([
      { ...NONE, submitted: 12_000, eligible: 8_000, benefit: 5_600, copay: 2_400, excess: 4_000 },
    ]);
  });

  it('4. pays 80 % of a specialist act', () => {
    const lines = [line({ code: 'KC50', unitPrice: 112_500 })];
    expect(amountsOf(shipped('cnops-2005'), { lines })).toEqual([
      { ...NONE, submitted: 112_500, eligible: 112_500, benefit: 90_000, copay: 22_500 },
    ]);
  });

  it('5. halves the second act of a session', () => {
    const lines = [
      line({ code: 'KC50', unitPrice: 112_500 }),
      line({ number: 2, code: 'KC20', unitPrice: 45_000 }),
    ];
    expect(amountsOf(shipped('amo-90-100'), { lines })).toEqual([
      { ...NONE, submitted: 112_500, eligible: 112_500, benefit: 101_250, copay: 11_250 },
      {
        ...NONE,
        submitted: 45_000,
        eligible: 22_500,
        benefit: 20_250,
        copay: 2_250,
        excess: 22_500,
      },
    ]);
  });

  it('6. caps a dental prosthesis at what is left', () => {
    const lines = [line({ code: 'CROWN', unitPrice: 100_000 })];
    const used = {
      cap: 'CAP-DENTAL-PROSTHESIS',
      patientRank: 0,
      sheetNumber: 'FSE-0',
      lineNumber: 1,
      date: '2025-03-10',
      code: 'CROWN',
      sessionEligible: 300_000,
      amount: 240_000,
    };
    expect(amountsOf(shipped('cnss-2005'), { lines }, { consumptions: [used] })).toEqual([
      {
        ...NONE,
        submitted: 100_000,
        eligible: 100_000,
        benefit: 60_000,
        overCap: 10_000,
        copay: 30_000,
      },
    ]);
  });

  it('7. disallows units over the limit of a year', () => {
    const limit = {
      code: 'LIMIT-AMM',
      when: { acts: ['AMM'] },
      maxUnits: 10,
      window: { kind: 'calendar-year' },
      source: 'test',
    } as const;
    const past = {
      sheetNumber: 'FSE-0',
      lineNumber: 1,
      patientRank: 0,
      provider: '900000009',
      date: '2026-01-05',
      code: 'AMM',
      category: 'paramedical',
      units: 7,
      paidUnits: 7,
      sessionEligible: 28_000,
      allowedEligible: 28_000,
      eligible: 28_000,
      benefit: 25_200,
      countedUnder: ['LIMIT-AMM'],
    } as const;
    const lines = [line({ code: 'AMM', quantity: 5, unitPrice: 4_000 })];
    const document = ruleset({ unitLimits: [limit] });
    expect(amountsOf(document, { lines }, { history: [past] })).toEqual([
      {
        ...NONE,
        submitted: 20_000,
        eligible: 12_000,
        benefit: 10_800,
        copay: 1_200,
        disallowed: 8_000,
      },
    ]);
  });
});
