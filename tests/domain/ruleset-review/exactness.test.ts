// What the review says of rows and cases, against trying every line that there can be.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ConditionSubject } from '#domain/coverage/compiled-condition.ts';
import { compileTable } from '#domain/coverage/condition-table.ts';
import type { CoverageRow, LineCondition } from '#domain/coverage/ruleset.ts';
import { reviewRuleset } from '#domain/ruleset-review/review-ruleset.ts';
import { ACTS, MEDICINES, ruleset, TARIFFS } from '#tests/domain/builders/reference-builder.ts';

const SCHEMES = ['SALARIED', 'PUBLIC'];
const some = <T>(...values: T[]) =>
  fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });

/** Conditions over few facts, so that every line can be tried. */
const condition: fc.Arbitrary<LineCondition> = fc
  .record({
    schemes: some(...SCHEMES),
    settings: some('ambulatory' as const, 'stay' as const),
    sectors: some('public' as const, 'private' as const),
    categories: some('consultation' as const, 'optics' as const, 'medicine' as const),
    acts: some('C', 'FRAME', 'CS'),
    medicineKinds: some('generic' as const, 'originator' as const),
    illnesses: some('none' as const, 'long-term' as const, 'costly' as const),
    illnessCodes: some('A1', 'B2'),
    ages: fc.option(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))),
  })
  .map(({ ages, ...lists }) => {
    const stated = Object.entries(lists).filter(([, value]) => value !== undefined);
    const bounds = ages && { minAge: Math.min(...ages) * 10, maxAge: Math.max(...ages) * 10 + 5 };
    return { ...Object.fromEntries(stated), ...bounds };
  });

const table = fc.array(condition, { minLength: 1, maxLength: 7 }).map((conditions) =>
  conditions.map((when, index): CoverageRow => {
    return { code: `ROW-${index}`, when, rate: '0.50', source: 'test' };
  }),
);

const ITEMS = [
  { category: 'consultation', code: 'C', medicineKind: null },
  { category: 'consultation', code: 'CS', medicineKind: null },
  { category: 'consultation', code: 'OTHER', medicineKind: null },
  { category: 'optics', code: 'FRAME', medicineKind: null },
  { category: 'optics', code: 'OTHER', medicineKind: null },
  { category: 'surgery', code: 'OTHER', medicineKind: null },
  ...(['generic', 'originator', 'unspecified'] as const).map((medicineKind) => {
    return { category: 'medicine' as const, code: '6118000000006', medicineKind };
  }),
] as const;
const ILLNESSES = [
  { illness: 'none', illnessCodes: [] },
  ...(['long-term', 'costly'] as const).flatMap((illness) =>
    [['A1'], ['B2'], ['C3'], ['A1', 'B2']].map((illnessCodes) => ({ illness, illnessCodes })),
  ),
] as const;
const AGES = [0, 3, 7, 10, 15, 20, 25, 28, 30, 35, 40, 45, 60];

function* everyLine(): Generator<ConditionSubject> {
  const payment = { kindOfCare: 'illness', payment: 'direct', amount: 100 } as const;
  const provider = { specialty: null, providerKind: 'practice' } as const;
  const patient = { relationship: 'self', sex: 'F' } as const;
  const same = { ...payment, ...provider, ...patient };
  for (const scheme of SCHEMES)
    for (const setting of ['ambulatory', 'stay'] as const)
      for (const sector of ['public', 'private'] as const)
        for (const item of ITEMS)
          for (const illness of ILLNESSES)
            for (const age of AGES)
              yield { ...same, scheme, setting, sector, ...item, ...illness, age };
}

const lines = [...everyLine()];
const reference = {
  ...{ acts: ACTS, medicines: MEDICINES, tariffs: TARIFFS, rulesets: [] },
  management: SCHEMES.map((scheme) => ({ scheme, fund: 'CNSS', from: '2005-01-01', to: null })),
};

function review(coverage: readonly CoverageRow[]) {
  return reviewRuleset(ruleset({ coverage, schemes: SCHEMES }), reference);
}

it('names exactly the rows that no line ever reaches', () => {
  fc.assert(
    fc.property(table, (coverage) => {
      const compiled = compileTable(coverage, ({ code }) => code);
      const reached = new Set(lines.map((line) => compiled.first(line)));
      const never = coverage.filter(({ code }) => !reached.has(code)).map(({ code }) => code);
      const named = review(coverage)
        .filter(({ code }) => code === 'unreachable-row' || code === 'row-matches-nothing')
        .map(({ pointer }) => coverage[Number(pointer.split('/')[2])]!.code);
      expect([...new Set(named)].sort()).toEqual(never.sort());
    }),
    { numRuns: 50 },
  );
});

it('names a condition for every hole, and none where all is covered', () => {
  const bounded = ['consultation', 'optics'];
  const known = lines.filter(
    ({ category, code }) => bounded.includes(category) && code !== 'OTHER',
  );
  fc.assert(
    fc.property(table, (coverage) => {
      const compiled = compileTable(coverage, ({ code }) => code);
      const denied = known.filter((line) => compiled.first(line) === undefined);
      const holes = review(coverage)
        .filter(({ code }) => code === 'uncovered-case')
        .map(({ message }) => JSON.parse(/fits (\{.*?\}): /.exec(message.en)![1]!) as LineCondition)
        .filter(
          ({ categories, acts }) => categories?.some((each) => bounded.includes(each)) || acts,
        );
      expect(holes.length > 0).toBe(denied.length > 0);
      // What is named is a hole indeed: some line of the condition is denied.
      for (const when of holes) {
        const hole = compileTable([{ when }], () => true);
        expect(denied.some((line) => hole.first(line))).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
