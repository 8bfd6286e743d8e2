import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { tellStep } from '#domain/decision/tell-step.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it('pends a sheet of a scheme without a ruleset, and denies nothing', () => {
  const late = reference(ruleset({ effectiveFrom: '2026-03-11' }));
  const decision = adjudicate(input({ reference: late }));
  expect(told({ reference: late })).toBe('pended ruleset-missing');
  expect(decision.totals).toBeNull();
  expect(decision.lines[0]).toMatchObject({ outcome: 'pended', amounts: null, ruleset: null });
});

const TWO = reference(undefined, {
  rulesets: [
    { version: 1, document: ruleset({ effectiveTo: '2026-03-10' }) },
    {
      version: 2,
      document: ruleset({
        effectiveFrom: '2026-03-11',
        coverage: [{ code: 'ALL', when: {}, rate: '0.70', source: 'test' }],
      }),
    },
  ],
});
const LINES = [line(), line({ number: 2, date: '2026-03-11' })];

it('decides each line under the version of its own date, and remembers it', () => {
  const { lines } = adjudicate(input({ reference: TWO, sheet: sheet({ lines: LINES }) }));
  expect(lines.map(({ ruleset: id, amounts }) => [id, amounts?.benefit])).toEqual([
    ['TEST@1', 7_200],
    ['TEST@2', 5_600],
  ]);
  expect(lines[1]?.steps.map(tellStep)[0]).toMatchObject({
    row: 'TEST@2',
    looked: { from: '2026-03-11' },
  });
});

it('decides all lines of a stay under the version of its admission', () => {
  const stay = { admission: '2026-03-10', discharge: '2026-03-12' };
  const { lines } = adjudicate(input({ reference: TWO, sheet: sheet({ lines: LINES, stay }) }));
  expect(lines.map(({ ruleset: id, amounts }) => [id, amounts?.benefit])).toEqual([
    ['TEST@1', 7_200],
    ['TEST@1', 7_200],
  ]);
});
