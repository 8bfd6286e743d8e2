import { expect, it } from 'vitest';
import { compileReference } from '#domain/coverage/compiled-reference.ts';
import { draftInForce } from '#domain/simulation/draft-in-force.ts';
import { ACTS, MEDICINES, ruleset, TARIFFS } from '#tests/domain/builders/reference-builder.ts';

const rows = {
  acts: ACTS,
  medicines: MEDICINES,
  tariffs: TARIFFS,
  management: [],
  rulesets: [
    {
      version: 1,
      document: ruleset({
        code: 'OLD',
        schemes: ['SALARIED', 'STUDENTS'],
        effectiveFrom: '2020-01-01',
        effectiveTo: null,
      }),
    },
    {
      version: 4,
      document: ruleset({
        code: 'OTHER',
        schemes: ['CIVIL'],
        effectiveFrom: '2020-01-01',
        effectiveTo: '2026-06-30',
      }),
    },
  ],
};
const period = { from: '2026-03-01', to: '2026-03-31' };

it('stands over the whole period for its schemes, and nowhere else', () => {
  const draft = {
    version: 2,
    document: ruleset({ code: 'OLD', schemes: ['SALARIED'], effectiveFrom: '2031-01-01' }),
  };
  const reference = compileReference({
    ...rows,
    rulesets: draftInForce(rows.rulesets, draft, period),
  });
  const inForce = (scheme: string, date: string) => reference.ruleset(scheme, date)?.id;
  expect(inForce('SALARIED', '2026-02-28')).toBe('OLD@1');
  expect(inForce('SALARIED', '2026-03-01')).toBe('OLD@2');
  expect(inForce('SALARIED', '2026-03-31')).toBe('OLD@2');
  expect(inForce('SALARIED', '2026-04-01')).toBe('OLD@1');
  expect(inForce('SALARIED', '2031-01-02')).toBe('OLD@1');
  expect(inForce('STUDENTS', '2026-03-15')).toBe('OLD@1');
  expect(inForce('CIVIL', '2026-03-15')).toBe('OTHER@4');
});

it('covers a scheme that has nothing in force yet', () => {
  const draft = { version: 0, document: ruleset({ code: 'NEW', schemes: ['NEWCOMERS'] }) };
  const reference = compileReference({
    ...rows,
    rulesets: draftInForce(rows.rulesets, draft, period),
  });
  expect(reference.ruleset('NEWCOMERS', '2026-03-01')?.id).toBe('NEW@0');
  expect(reference.ruleset('NEWCOMERS', '2026-04-01')).toBeUndefined();
});
