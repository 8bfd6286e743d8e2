import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { tellStep } from '#domain/decision/tell-step.ts';
import { input } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';

it('denies what the ruleset excludes, and cites the row', () => {
  const exclusions = [{ code: 'AESTHETIC', when: { acts: ['C'] }, source: 'law 65-00, art. 7' }];
  const { lines } = adjudicate(input({ reference: reference(ruleset({ exclusions })) }));
  expect(lines[0]?.reasons).toEqual([{ code: 'excluded', facts: { code: 'C', row: 'AESTHETIC' } }]);
  expect(lines[0]?.steps.map(tellStep).at(-1)).toEqual({
    rule: 'nomenclature/exclusion',
    row: 'AESTHETIC',
    source: 'law 65-00, art. 7',
    looked: { code: 'C', row: 'AESTHETIC' },
    movements: [{ from: 'submitted', to: 'disallowed', amount: 15_000 }],
    reason: 'excluded',
  });
});

it('leaves alone what it does not name', () => {
  const exclusions = [{ code: 'AESTHETIC', when: { minAge: 46 }, source: 'test' }];
  const { outcome } = adjudicate(input({ reference: reference(ruleset({ exclusions })) }));
  expect(outcome).toBe('approved');
});
