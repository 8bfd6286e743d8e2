import { describe, expect, it } from 'vitest';
import type { Dependant } from '#domain/care-sheet/parties.ts';
import { child, insured, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

const CHILD = { relationship: 'child', rank: 1, birthDate: '2004-03-10' } as const;

function toldOf(dependant: Partial<Dependant>, patient: object = CHILD) {
  const people = insured({ dependants: [child(dependant)] });
  return told({ insured: people, sheet: sheet({ patient: { ...CHILD, ...patient } }) });
}

describe('patient attached', () => {
  it.each([
    ['the same rank, relationship and birth date', {}, {}, 'approved'],
    ['another rank', {}, { rank: 2 }, 'rejected patient-not-attached'],
    ['another birth date', {}, { birthDate: '2004-03-11' }, 'rejected patient-not-attached'],
    ['another relationship', { relationship: 'spouse' }, {}, 'rejected patient-not-attached'],
    ['the first day', { attached: { from: '2026-03-10', to: null } }, {}, 'approved'],
    ['the last day', { attached: { from: '2010-01-01', to: '2026-03-10' } }, {}, 'approved'],
    [
      'the day after',
      { attached: { from: '2010-01-01', to: '2026-03-09' } },
      {},
      'rejected patient-not-attached',
    ],
  ] as const)('%s', (_, dependant, patient, expected) => {
    expect(toldOf(dependant, patient)).toBe(expected);
  });

  it('knows the insured by rank 0 and birth date', () => {
    const patient = { relationship: 'self', rank: 0, birthDate: '1980-05-02' } as const;
    expect(told({ sheet: sheet({ patient }) })).toBe('rejected patient-not-attached');
  });

  it('looks at every day of care', () => {
    const people = insured({
      dependants: [child({ attached: { from: '2010-01-01', to: '2026-03-10' } })],
    });
    const lines = [line(), line({ number: 2, date: '2026-03-11' })];
    expect(told({ insured: people, sheet: sheet({ patient: CHILD, lines }) })).toBe(
      'rejected patient-not-attached',
    );
  });
});
