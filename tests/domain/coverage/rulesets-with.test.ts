import { describe, expect, it } from 'vitest';
import type { RulesetDocument, RulesetVersion } from '#domain/coverage/ruleset.ts';
import { rulesetsWith } from '#domain/coverage/rulesets-with.ts';
import { ruleset } from '#tests/domain/builders/reference-builder.ts';

function version(number: number, rest: Partial<RulesetDocument>): RulesetVersion {
  return { version: number, document: ruleset(rest) };
}

function inForce(versions: readonly RulesetVersion[]): string[] {
  return versions.map(({ version: number, document }) => {
    const { schemes, effectiveFrom, effectiveTo } = document;
    return `${schemes.join('+')} ${number} ${effectiveFrom}..${effectiveTo ?? ''}`;
  });
}

const others = [
  version(1, { schemes: ['A', 'B'], effectiveFrom: '2020-01-01', effectiveTo: null }),
];

describe('rulesetsWith', () => {
  it('ends the one before on the day before, for its schemes only', () => {
    const next = version(2, { schemes: ['A'], effectiveFrom: '2027-01-01', effectiveTo: null });
    expect(inForce(rulesetsWith(next, others))).toEqual([
      'B 1 2020-01-01..',
      'A 1 2020-01-01..2026-12-31',
      'A 2 2027-01-01..',
    ]);
  });

  it('leaves the days after its end to the one before', () => {
    const dates = { effectiveFrom: '2027-01-01', effectiveTo: '2027-03-31' };
    expect(inForce(rulesetsWith(version(2, { schemes: ['A', 'B'], ...dates }), others))).toEqual([
      'A+B 1 2020-01-01..2026-12-31',
      'A+B 1 2027-04-01..',
      'A+B 2 2027-01-01..2027-03-31',
    ]);
  });

  it('drops what it covers whole, and keeps what it does not touch', () => {
    const past = version(3, {
      schemes: ['A'],
      effectiveFrom: '2010-01-01',
      effectiveTo: '2019-12-31',
    });
    const same = version(2, {
      schemes: ['A', 'B'],
      effectiveFrom: '2020-01-01',
      effectiveTo: null,
    });
    expect(inForce(rulesetsWith(same, [past, ...others]))).toEqual([
      'A 3 2010-01-01..2019-12-31',
      'A+B 2 2020-01-01..',
    ]);
  });
});
