import { describe, expect, it } from 'vitest';
import type { GoldenCase } from '#domain/coverage/golden-case.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { runCases } from '#domain/golden-cases/run-cases.ts';
import { loadReference } from '#fixtures/load-reference.ts';
import { loadRuleset, SHIPPED_RULESETS } from '#fixtures/load-rulesets.ts';

const reference = { ...loadReference(), rulesets: [] };

function run(code: string, change: Partial<RulesetDocument> = {}, rulesets: string[] = []) {
  const document = { ...loadRuleset(code), ...change };
  const others = rulesets.map((other) => ({ version: 1, document: loadRuleset(other) }));
  return runCases({ version: 2, document }, { ...reference, rulesets: others });
}

/** A case of one consultation at 80 DH, as AMO-90-100 pays it. */
function consultation(rest: Partial<GoldenCase> = {}): GoldenCase {
  const expected = { benefit: '72.00', copay: '8.00' };
  return {
    code: 'CASE',
    title: 'Consultation',
    date: '2026-05-11',
    lines: [{ code: 'C', price: '80.00', expect: expected }],
    ...rest,
  };
}

const differences = (cases: readonly GoldenCase[], change: Partial<RulesetDocument> = {}) =>
  run('AMO-90-100', { ...change, cases }).cases.flatMap((each) => each.differences);

describe('the golden cases of a shipped ruleset', () => {
  it.each(Object.values(SHIPPED_RULESETS).flat())('%s all pass and touch every row', (code) => {
    const report = run(code);
    expect(report.cases.filter(({ passed }) => !passed)).toEqual([]);
    expect(report.untouched).toEqual([]);
    expect(report.passed).toBeGreaterThan(30);
  });

  it('pass also when the ruleset takes the place of another', () => {
    const { failed } = run('CNSS-2005', {}, ['AMO-90-100']);
    expect(failed).toBe(0);
  });

  it.each([
    ['a rate', { coverage: [{ ...loadRuleset('AMO-90-100').coverage[2]!, rate: '0.80' }] }],
    ['a limit', { filingLimits: [] }],
    ['a cap', { caps: [] }],
    ['the session', { session: null }],
    ['a hold', { holds: [] }],
  ])('fail when %s is another', (_what, change) => {
    expect(run('AMO-90-100', change).failed).toBeGreaterThan(0);
  });
});

describe('a golden case that differs', () => {
  it('tells each heading with what was expected and what came out', () => {
    const lines = [{ code: 'C', price: '150.00', expect: { benefit: '135.00', copay: '15.00' } }];
    expect(differences([consultation({ lines })])).toEqual([
      { ...at('benefit'), expected: '135.00', actual: '72.00' },
      { ...at('copay'), expected: '15.00', actual: '8.00' },
      { ...at('excess'), expected: '0.00', actual: '70.00' },
    ]);
  });

  function at(heading: string) {
    return { pointer: `/cases/0/lines/0/expect/${heading}`, line: 1, heading };
  }

  it('tells the outcome, the reasons, the fund and the payee of the sheet', () => {
    const expected = { outcome: 'pended', reasons: ['review-amount'] } as const;
    const golden = consultation({ expect: { ...expected, fund: 'CNOPS', payee: 'provider' } });
    expect(differences([golden])).toEqual([
      { ...ofSheet('outcome'), expected: 'pended', actual: 'approved' },
      { ...ofSheet('reasons'), expected: 'review-amount', actual: '' },
      { ...ofSheet('fund'), expected: 'CNOPS', actual: 'CNSS' },
      { ...ofSheet('payee'), expected: 'provider', actual: 'insured' },
    ]);
  });

  function ofSheet(heading: string) {
    return { pointer: `/cases/0/expect/${heading}`, line: null, heading };
  }

  it('tells a line that has no price, which no tariff gives', () => {
    const lines = [{ code: 'M631', price: '30.00', expect: { benefit: '27.00', copay: '3.00' } }];
    expect(differences([consultation({ lines })]).map(({ heading }) => heading)).toEqual([
      'outcome',
      'outcome',
      'priced',
      'reasons',
    ]);
    const unpriced = { outcome: 'pended', priced: false, reasons: ['tariff-missing'] } as const;
    const mended = [{ code: 'M631', price: '30.00', expect: unpriced }];
    expect(differences([consultation({ lines: mended })])).toEqual([]);
  });
});

describe('the world of a golden case', () => {
  it('counts what was used: worked example 7, at most 10 units a year', () => {
    const source = 'adjudication, example 7';
    const window = { kind: 'calendar-year' } as const;
    const change = {
      unitLimits: [{ code: 'TEN-A-YEAR', when: { acts: ['M601'] }, maxUnits: 10, window, source }],
    };
    const expected = { outcome: 'reduced', reasons: ['unit-limit'] } as const;
    const golden = consultation({
      provider: { specialty: 'physiotherapy' },
      used: [{ row: 'TEN-A-YEAR', date: '2026-02-02', units: 7 }],
      lines: [
        {
          code: 'M601',
          quantity: 5,
          price: '40.00',
          expect: { ...expected, benefit: '108.00', copay: '12.00', disallowed: '80.00' },
        },
      ],
    });
    expect(differences([golden], change)).toEqual([]);
  });

  it('counts a cap of the family whoever used it', () => {
    const cap = { ...loadRuleset('AMO-90-100').caps[0]!, per: 'family' } as const;
    const expected = { outcome: 'reduced', reasons: ['cap-reached'] } as const;
    const golden = consultation({
      patient: { relationship: 'spouse', age: 35, sex: 'M' },
      provider: { specialty: 'dentistry' },
      used: [{ row: cap.code, date: '2026-05-11', amount: '2400.00' }],
      lines: [
        {
          code: 'D723',
          price: '1000.00',
          expect: { ...expected, benefit: '600.00', copay: '100.00', overCap: '300.00' },
        },
      ],
    });
    expect(differences([golden], { caps: [cap] })).toEqual([]);
  });

  it('shares a session with a line that was paid before', () => {
    const second = { outcome: 'reduced', reasons: ['session-reduction'] } as const;
    const golden = consultation({
      paid: [{ code: 'E110', date: '2026-05-11', eligible: '1125.00', benefit: '1012.50' }],
      lines: [
        {
          code: 'E104',
          price: '450.00',
          expect: { ...second, benefit: '202.50', copay: '22.50', excess: '225.00' },
        },
      ],
    });
    expect(differences([golden])).toEqual([]);
  });

  it('gives a patient her qualifying period, her disability and her illness', () => {
    const child = { relationship: 'child', age: 40, disabled: true } as const;
    const denied = { outcome: 'denied', disallowed: '80.00' } as const;
    const notYet = { ...denied, reasons: ['qualifying-period'] };
    const lines = [{ code: 'C', price: '80.00', expect: notYet }];
    expect(differences([consultation({ patient: child })])).toEqual([]);
    expect(differences([consultation({ lines, rights: { qualifiedOn: '2026-05-12' } })])).toEqual(
      [],
    );
  });

  it('decides a line of a day before the ruleset under the version of that day', () => {
    const golden = consultation({
      date: '2026-12-31',
      lines: [{ code: 'C', price: '80.00', expect: { benefit: '56.00', copay: '24.00' } }],
    });
    const change = { effectiveFrom: '2027-01-01', cases: [golden] };
    const report = run('AMO-90-100', change, ['CNSS-2005']);
    expect(report.cases[0]).toMatchObject({ passed: true, rows: [] });
    expect(report.untouched).toHaveLength(20 + 1);
  });
});

describe('the rows that no case touches', () => {
  it('are named, and no others', () => {
    const cases = loadRuleset('AMO-90-100').cases!.filter(({ code }) => code !== 'HELD-SAMPLE');
    const { untouched } = run('AMO-90-100', { cases });
    expect(untouched).toEqual([{ code: 'HOLD-SAMPLE', pointer: '/holds/1' }]);
  });

  it('are all rows of a ruleset without cases', () => {
    const { cases: _cases, ...document } = loadRuleset('AMO-90-100');
    const report = runCases({ version: 1, document }, reference);
    expect(report).toMatchObject({ passed: 0, failed: 0, cases: [] });
    expect(report.untouched).toHaveLength(21);
  });
});
