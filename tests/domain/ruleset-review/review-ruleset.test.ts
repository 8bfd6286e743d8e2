import { describe, expect, it } from 'vitest';
import type { GoldenCase } from '#domain/coverage/golden-case.ts';
import type { ReferenceRows } from '#domain/coverage/reference.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { reviewRuleset } from '#domain/ruleset-review/review-ruleset.ts';
import { loadReference } from '#fixtures/load-reference.ts';
import { loadRuleset, SHIPPED_RULESETS } from '#fixtures/load-rulesets.ts';

const base: ReferenceRows = { ...loadReference(), rulesets: [] };
const shipped = loadRuleset('CNSS-2005');
const [dental, cap] = [shipped.coverage[7]!, shipped.caps[0]!];

function told(change: Partial<RulesetDocument>, reference: Partial<ReferenceRows> = {}): string[] {
  const issues = reviewRuleset({ ...shipped, ...change }, { ...base, ...reference });
  return issues
    .filter(({ severity }) => severity === 'error')
    .map(({ pointer, code }) => `${pointer} ${code}`);
}

function warned(change: Partial<RulesetDocument>, reference: Partial<ReferenceRows> = {}) {
  const issues = reviewRuleset({ ...shipped, ...change }, { ...base, ...reference });
  return issues.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
}

function other(change: Partial<RulesetDocument>): Pick<ReferenceRows, 'rulesets'> {
  return { rulesets: [{ version: 1, document: { ...shipped, ...change } }] };
}

describe('a shipped ruleset', () => {
  it.each(Object.values(SHIPPED_RULESETS).flat())('%s has no error', (code) => {
    expect(told(loadRuleset(code))).toEqual([]);
  });

  it('that leaves a category out on purpose is warned of it', () => {
    expect(warned({})).toContain('uncovered-case');
    expect(warned(loadRuleset('AMO-90-100'))).not.toContain('uncovered-case');
  });

  it('is warned of values that nobody knows, once each', () => {
    const issues = reviewRuleset(shipped, base).filter(({ code }) => code === 'tariff-missing');
    expect(issues.map(({ message }) => message.en)).toContain(
      'The grid TNR has no tariff AMI (sector private), which is needed for M631, M632, M633: ' +
        'such sheets would wait. Import this tariff with its source.',
    );
  });
});

describe('cases of days on which a version is not in force', () => {
  const ofCases = (change: Partial<RulesetDocument>) =>
    reviewRuleset({ ...shipped, ...change }, base).filter(
      ({ code }) => code === 'cases-of-other-days',
    );

  it('are told once, with their number and the first of them', () => {
    expect(ofCases({})).toEqual([]);
    const [issue, ...others] = ofCases({ effectiveFrom: '2100-01-01' });
    expect(others).toEqual([]);
    const count = shipped.cases?.length ?? 0;
    expect(issue).toMatchObject({ pointer: '/cases', severity: 'warning' });
    expect(issue?.message.en).toContain(`${count} of ${count}, ${shipped.cases?.[0]?.code}`);
  });

  it('are no case of a stay that was admitted in time', () => {
    const [golden] = (shipped.cases ?? []).filter(({ stay }) => stay !== undefined);
    const admission = golden?.stay?.admission ?? '';
    const cases = golden === undefined ? [] : [golden];
    expect(cases).toHaveLength(1);
    expect(ofCases({ cases, effectiveFrom: admission, effectiveTo: admission })).toEqual([]);
  });
});

describe('dates beside the rulesets on record', () => {
  const later = { effectiveFrom: '2027-01-01' };

  it.each<[string, Partial<RulesetDocument>, Partial<RulesetDocument>, string[]]>([
    ['a next version', later, {}, []],
    ['the same dates again', {}, {}, []],
    ['a version in the middle of another', { ...later, effectiveTo: '2027-06-30' }, {}, []],
    ['the day after another', later, { effectiveTo: '2026-12-31' }, []],
    ['a day too late', later, { effectiveTo: '2026-12-30' }, ['/effectiveFrom dates-gap']],
    [
      'over one that begins later, of its own code too',
      later,
      { effectiveFrom: '2028-01-01' },
      ['/effectiveTo dates-overlap'],
    ],
    [
      'a gap before one that begins later',
      { ...later, effectiveTo: '2027-11-30' },
      { effectiveFrom: '2028-01-01' },
      ['/effectiveTo dates-gap'],
    ],
    [
      'up to one that begins later',
      { ...later, effectiveTo: '2027-12-31' },
      { effectiveFrom: '2028-01-01' },
      [],
    ],
    ['beside one of another scheme', later, { schemes: ['PUBLIC'], effectiveTo: '2020-01-01' }, []],
  ])('%s', (_title, change, recorded, expected) => {
    expect(told(change, other(recorded))).toEqual(expected);
  });

  it('warn of an end that nothing follows, and of a ruleset that is replaced', () => {
    expect(warned({ ...later, effectiveTo: '2027-12-31' })).toContain('dates-end');
    expect(warned(later, other({ code: 'OTHER' }))).toContain('dates-replace');
    expect(warned(later, other({}))).not.toContain('dates-replace');
  });
});

describe('rows that never apply', () => {
  it('are found among filing limits', () => {
    const [first, second] = shipped.filingLimits;
    const both = { ...second!, payments: ['direct', 'reimbursement'] } as const;
    expect(told({ filingLimits: [first!, both] })).toEqual([]);
    expect(told({ filingLimits: [both, first!] })).toEqual(['/filingLimits/1 unreachable-row']);
  });

  it('are found among age limits, of which the highest counts', () => {
    const [child, student] = shipped.ageLimits;
    expect(told({ ageLimits: [{ ...child!, lastAge: 26 }, student!] })).toEqual([
      '/ageLimits/1 unreachable-row',
    ]);
    expect(told({ ageLimits: [child!, { ...child!, code: 'LOWER', lastAge: 18 }] })).toEqual([
      '/ageLimits/1 unreachable-row',
    ]);
  });

  it('are found where an exclusion takes them', () => {
    const row = { ...dental, code: 'IMPLANT', when: { acts: ['D801', 'D802'] } };
    expect(told({ coverage: [row, ...shipped.coverage] })).toEqual(['/coverage/0 unreachable-row']);
  });

  it('are not found where an open fact leaves somebody', () => {
    const first = { ...dental, code: 'BY-DENTISTS', when: { specialties: ['dentistry'] } };
    const second = { ...dental, code: 'BY-SURGEONS', when: { specialties: ['surgery'] } };
    const rest = { ...dental, code: 'BY-OTHERS', when: {} };
    expect(told({ coverage: [first, second, rest] })).toEqual([]);
  });
});

describe('cases that no row is for', () => {
  it('are none where the nomenclature knows no such act', () => {
    const rows = shipped.coverage.filter(({ code }) => code !== 'OPTICS-DEVICES');
    const optics = { ...dental, code: 'OPTICS', when: { categories: ['optics'] as const } };
    const child = { ...optics, when: { ...optics.when, maxAge: 17 } };
    expect(told({ coverage: [...rows, child] })).toEqual(['/coverage uncovered-case']);
    const acts = base.acts.filter(({ category }) => category !== 'optics');
    const [frame] = base.acts.filter(({ code }) => code === 'OPT001');
    const forChildren = { ...frame!, maxAge: 15 };
    expect(told({ coverage: [...rows, child] }, { acts: [...acts, forChildren] })).toEqual(
      unknownActs,
    );
  });

  const unknownActs = ['/unitLimits/0/when/acts/0 unknown-act'];

  it('are none where an exclusion says so', () => {
    const surgery = shipped.coverage.map((row) =>
      row.code === 'SURGERY' ? { ...row, when: { ...row.when, maxAge: 80 } } : row,
    );
    const exclusion = { ...dental, code: 'OLD', when: { categories: ['surgery'], minAge: 81 } };
    expect(told({ coverage: surgery })).toEqual(['/coverage uncovered-case']);
    const { rate: _rate, ...excluded } = exclusion;
    const exclusions = [...shipped.exclusions, excluded] as RulesetDocument['exclusions'];
    expect(told({ coverage: surgery, exclusions })).toEqual([]);
  });
});

describe('golden cases', () => {
  const golden: GoldenCase = {
    ...{ code: 'CASE', title: 'Case', date: '2026-05-11' },
    lines: [{ code: 'C', price: '80.00', expect: { benefit: '56.00', copay: '24.00' } }],
  };
  const used = (...uses: NonNullable<GoldenCase['used']>) =>
    told({ cases: [{ ...golden, used: uses }] });
  const date = '2026-01-10';

  it('may count only on rows that count, with what they count', () => {
    const limit = 'LIMIT-OPTICS-LENSES';
    expect(used({ row: cap.code, date, amount: '1.00' }, { row: limit, date, units: 1 })).toEqual(
      [],
    );
    expect(used({ row: cap.code, date, units: 1 })).toEqual(['/cases/0/used/0 use-amount']);
    expect(used({ row: limit, date, amount: '1.00' })).toEqual(['/cases/0/used/0 use-units']);
    expect(used({ row: 'DENTAL', date })).toEqual(['/cases/0/used/0/row unknown-row']);
  });

  it('may expect only reasons that there are', () => {
    const expected = { outcome: 'denied', disallowed: '80.00', reasons: ['age-limits'] } as const;
    const lines = [{ code: 'C', price: '80.00', expect: expected }];
    expect(told({ cases: [{ ...golden, lines, expect: { reasons: ['late'] } }] })).toEqual([
      '/cases/0/expect/reasons/0 unknown-reason',
      '/cases/0/lines/0/expect/reasons/0 unknown-reason',
    ]);
  });
});
