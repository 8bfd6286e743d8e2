import { describe, expect, it } from 'vitest';
import type { Dependant } from '#domain/care-sheet/parties.ts';
import { child, insured, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { factsOf, told } from '#tests/domain/builders/told.ts';

const AGES = reference(
  ruleset({
    ageLimits: [
      { code: 'CHILD', relationship: 'child', student: false, lastAge: 21, source: 'test' },
      { code: 'STUDENT', relationship: 'child', student: true, lastAge: 26, source: 'test' },
    ],
  }),
);

function inputOf(dependant: Partial<Dependant>) {
  const { rank, relationship, birthDate } = child(dependant);
  const dependants = [child(dependant)];
  const patient = { rank, relationship, birthDate };
  return { reference: AGES, insured: insured({ dependants }), sheet: sheet({ patient }) };
}

const STUDIES = [{ from: '2025-09-01', to: '2026-06-30' }];

describe('age limit', () => {
  it.each([
    ['the day before the 22nd birthday', { birthDate: '2004-03-11' }, 'approved'],
    ['the 22nd birthday', { birthDate: '2004-03-10' }, 'rejected age-limit'],
    ['a student of 22', { birthDate: '2004-03-10', student: STUDIES }, 'approved'],
    [
      'a student of another year',
      { birthDate: '2004-03-10', student: [{ from: '2024-09-01', to: '2025-06-30' }] },
      'rejected age-limit',
    ],
    ['the last day as a student', { birthDate: '1999-03-11', student: STUDIES }, 'approved'],
    ['a student of 27', { birthDate: '1999-03-10', student: STUDIES }, 'rejected age-limit'],
    ['a disabled child of 40', { birthDate: '1986-01-01', disabled: true }, 'approved'],
    ['a spouse', { relationship: 'spouse', birthDate: '1960-01-01' }, 'approved'],
  ] as const)('%s', (_, dependant, expected) => {
    expect(told(inputOf(dependant))).toBe(expected);
  });

  it('names the age and the limit', () => {
    expect(factsOf(inputOf({ birthDate: '2004-03-10' }), 'age-limit')).toEqual({
      date: '2026-03-10',
      age: '22',
      lastAge: '21',
      row: 'CHILD',
    });
  });
});
