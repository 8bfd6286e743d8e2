import { describe, expect, it } from 'vitest';
import type { ConditionSubject } from '#domain/coverage/compiled-condition.ts';
import { compileTable } from '#domain/coverage/condition-table.ts';
import type { LineCondition } from '#domain/coverage/ruleset.ts';

const line: ConditionSubject = {
  scheme: 'SALARIED',
  setting: 'ambulatory',
  kindOfCare: 'maternity',
  category: 'consultation',
  code: 'C',
  sector: 'private',
  specialty: 'cardiology',
  providerKind: 'practice',
  payment: 'direct',
  relationship: 'spouse',
  sex: 'F',
  illness: 'long-term',
  illnessCodes: ['A1', 'B2'],
  medicineKind: null,
  age: 30,
  amount: 15_000,
};

function matches(when: LineCondition, subject: Partial<ConditionSubject> = {}): boolean {
  return compileTable([{ when }], () => true).first({ ...line, ...subject }) === true;
}

describe('a condition on one fact', () => {
  it.each<[LineCondition, Partial<ConditionSubject>]>([
    [{ schemes: ['SALARIED', 'TNS'] }, { scheme: 'PUBLIC' }],
    [{ settings: ['ambulatory'] }, { setting: 'stay' }],
    [{ kindsOfCare: ['maternity'] }, { kindOfCare: 'illness' }],
    [{ categories: ['consultation'] }, { category: 'surgery' }],
    [{ acts: ['C'] }, { code: 'CS' }],
    [{ sectors: ['private'] }, { sector: 'public' }],
    [{ specialties: ['cardiology'] }, { specialty: null }],
    [{ providerKinds: ['practice'] }, { providerKind: 'hospital' }],
    [{ payments: ['direct'] }, { payment: 'reimbursement' }],
    [{ relationships: ['spouse', 'child'] }, { relationship: 'self' }],
    [{ sexes: ['F'] }, { sex: 'M' }],
    [{ illnesses: ['long-term'] }, { illness: 'none', illnessCodes: [] }],
    [{ illnessCodes: ['B2', 'C3'] }, { illnessCodes: ['A1'] }],
    [{ minAge: 30 }, { age: 29 }],
    [{ maxAge: 30 }, { age: 31 }],
    [{ minAmount: '150.00' }, { amount: 14_999 }],
    [{ maxAmount: '150.00' }, { amount: 15_001 }],
  ])('%j does not hold when it is %j', (when, other) => {
    expect([matches(when), matches(when, other)]).toEqual([true, false]);
  });

  it('on the kind of a medicine holds of nothing else', () => {
    const when: LineCondition = { medicineKinds: ['generic'] };
    const medicine = { category: 'medicine', code: '6118000000006' } as const;
    expect(matches(when)).toBe(false);
    expect(matches(when, { ...medicine, medicineKind: 'generic' })).toBe(true);
    expect(matches(when, { ...medicine, medicineKind: 'originator' })).toBe(false);
  });
});

it('must hold in all that a condition states', () => {
  const when: LineCondition = { sexes: ['F'], payments: ['direct'], minAmount: '100.00' };
  expect(matches(when)).toBe(true);
  expect(matches(when, { sex: 'M' })).toBe(false);
  expect(matches(when, { payment: 'reimbursement' })).toBe(false);
  expect(matches(when, { amount: 9_999 })).toBe(false);
  expect(matches({})).toBe(true);
});
