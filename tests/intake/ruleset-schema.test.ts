import { describe, expect, it } from 'vitest';
import { loadRuleset, SHIPPED_RULESETS } from '#fixtures/load-rulesets.ts';
import { rulesetSchema } from '#src/intake/ruleset-schema.ts';

type Draft = Record<string, unknown> & { [list: string]: unknown };

function broken(change: (draft: Draft) => void): string[] {
  const draft = structuredClone(loadRuleset('CNSS-2005')) as unknown as Draft;
  change(draft);
  const result = rulesetSchema.safeParse(draft);
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'));
}

function firstOf(draft: Draft, list: string): Record<string, unknown> {
  return (draft[list] as Record<string, unknown>[])[0]!;
}

describe('rulesetSchema', () => {
  it.each(Object.values(SHIPPED_RULESETS).flat())('accepts the shipped ruleset %s', (code) => {
    expect(loadRuleset(code).code).toBe(code);
  });

  it.each<[string, string, (draft: Draft) => void]>([
    ['a field that nobody knows', '', (d) => Object.assign(d, { rebate: '0.10' })],
    ['a rate above 1', 'coverage.0.rate', (d) => (firstOf(d, 'coverage').rate = '1.10')],
    ['a rate as a number', 'coverage.0.rate', (d) => (firstOf(d, 'coverage').rate = 0.7)],
    ['a row without a source', 'coverage.0.source', (d) => delete firstOf(d, 'coverage').source],
    ['no coverage', 'coverage', (d) => (d.coverage = [])],
    [
      'a predicate that is misspelt',
      'coverage.0.when',
      (d) => (firstOf(d, 'coverage').when = { category: ['medicine'] }),
    ],
    [
      'a predicate without a value',
      'coverage.0.when.acts',
      (d) => (firstOf(d, 'coverage').when = { acts: [] }),
    ],
    [
      'ages that no patient has',
      'coverage.0.when.maxAge',
      (d) => (firstOf(d, 'coverage').when = { minAge: 20, maxAge: 10 }),
    ],
    ['an amount as a number', 'caps.0.amount', (d) => (firstOf(d, 'caps').amount = 3000)],
    ['an amount without centimes', 'caps.0.amount', (d) => (firstOf(d, 'caps').amount = '3000')],
    [
      'a span of both days and months',
      'filingLimits.0.limit',
      (d) => (firstOf(d, 'filingLimits').limit = { days: 60, months: 2 }),
    ],
    [
      'a window without its months',
      'unitLimits.0.window.months',
      (d) => (firstOf(d, 'unitLimits').window = { kind: 'sliding-months' }),
    ],
    ['a limit of no unit', 'unitLimits.0.maxUnits', (d) => (firstOf(d, 'unitLimits').maxUnits = 0)],
    ['a day that does not exist', 'effectiveFrom', (d) => (d.effectiveFrom = '2026-02-30')],
    ['an end before the start', 'effectiveTo', (d) => (d.effectiveTo = '2000-01-01')],
    [
      'session shares that rise',
      'session.percentages',
      (d) => ((d.session as Draft).percentages = ['0.50', '1.00']),
    ],
    [
      'a category on both sides of a session',
      'session.consultationCategories.0',
      (d) => ((d.session as Draft).consultationCategories = ['surgery']),
    ],
    [
      'one code for two rows',
      'renewalIntervals.0.code',
      (d) => (firstOf(d, 'renewalIntervals').code = firstOf(d, 'unitLimits').code),
    ],
    ['a hold of no known kind', 'holds.0.kind', (d) => (firstOf(d, 'holds').kind = 'mood')],
  ])('refuses %s', (_case, path, change) => {
    expect(broken(change)).toContain(path);
  });

  it('reports every mistake at once', () => {
    const paths = broken((draft) => {
      firstOf(draft, 'coverage').rate = '2';
      firstOf(draft, 'caps').amount = '-1.00';
    });
    expect(paths).toEqual(expect.arrayContaining(['coverage.0.rate', 'caps.0.amount']));
  });
});
