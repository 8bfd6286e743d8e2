import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { Certificate } from '#domain/care-sheet/parties.ts';
import type { LineCondition } from '#domain/coverage/ruleset.ts';
import type { DecisionInput } from '#domain/decision/decision-input.ts';
import { input, insured, line, provider, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';

const MEDICINE = sheet({ lines: [line({ kind: 'medicine', code: '6118000000006' })] });
const STAY = sheet({ stay: { admission: '2026-03-10', discharge: '2026-03-10' } });

function isCovered(when: LineCondition, rest: Partial<DecisionInput> = {}) {
  const coverage = [{ code: 'ROW', when, rate: '0.90', source: 'test' }];
  const { lines } = adjudicate(input({ reference: reference(ruleset({ coverage })), ...rest }));
  return lines[0]?.reasons[0]?.code !== 'not-covered';
}

function certified(rest: Partial<Certificate> = {}) {
  const period = { from: '2026-01-01', to: '2026-12-31' };
  const certificate = { patientRank: 0, illness: 'long-term', code: 'M663', ...period } as const;
  return {
    insured: insured({ certificates: [{ ...certificate, diagnoses: [], ...rest }] }),
    sheet: sheet({ lines: [line({ diagnosis: 'E11.9' })] }),
  };
}

describe('coverage row', () => {
  it.each([
    ['anything', {}, {}, true],
    ['scheme', { schemes: ['SALARIED'] }, {}, true],
    ['another scheme', { schemes: ['PUBLIC'] }, {}, false],
    ['setting', { settings: ['stay'] }, { sheet: STAY }, true],
    ['another setting', { settings: ['stay'] }, {}, false],
    ['kind of care', { kindsOfCare: ['illness'] }, {}, true],
    ['maternity', { kindsOfCare: ['maternity'] }, {}, false],
    [
      'maternity of a sheet',
      { kindsOfCare: ['maternity'] },
      { sheet: sheet({ kindOfCare: 'maternity' }) },
      true,
    ],
    ['category', { categories: ['consultation'] }, {}, true],
    ['another category', { categories: ['biology'] }, {}, false],
    ['act', { acts: ['C'] }, {}, true],
    ['another act', { acts: ['CS'] }, {}, false],
    ['sector', { sectors: ['private'] }, {}, true],
    ['another sector', { sectors: ['public'] }, {}, false],
    [
      'specialty',
      { specialties: ['cardiology'] },
      { provider: provider({ specialty: 'cardiology' }) },
      true,
    ],
    ['no specialty', { specialties: ['cardiology'] }, {}, false],
    ['medicine kind', { medicineKinds: ['generic'] }, { sheet: MEDICINE }, true],
    ['another medicine kind', { medicineKinds: ['originator'] }, { sheet: MEDICINE }, false],
    ['an act is no medicine', { medicineKinds: ['generic'] }, {}, false],
    ['age of 45', { minAge: 45, maxAge: 45 }, {}, true],
    ['from 46', { minAge: 46 }, {}, false],
    ['to 44', { maxAge: 44 }, {}, false],
    ['no illness', { illnesses: ['none'] }, {}, true],
    ['an illness', { illnesses: ['long-term'] }, certified(), true],
    ['not no illness', { illnesses: ['none'] }, certified(), false],
    ['its code', { illnessCodes: ['M663'] }, certified(), true],
    ['another code', { illnessCodes: ['H010'] }, certified(), false],
    ['its diagnosis', { illnesses: ['long-term'] }, certified({ diagnoses: ['E11'] }), true],
    ['another diagnosis', { illnesses: ['long-term'] }, certified({ diagnoses: ['I10'] }), false],
    ['another patient', { illnesses: ['long-term'] }, certified({ patientRank: 1 }), false],
    ['the last day', { illnesses: ['long-term'] }, certified({ to: '2026-03-10' }), true],
    ['the day after', { illnesses: ['long-term'] }, certified({ to: '2026-03-09' }), false],
    ['all of several', { acts: ['C'], sectors: ['private'], minAge: 18 }, {}, true],
    ['all but one', { acts: ['C'], sectors: ['public'], minAge: 18 }, {}, false],
  ] as [string, LineCondition, Partial<DecisionInput>, boolean][])(
    '%s',
    (_, when, rest, expected) => {
      expect(isCovered(when, rest)).toBe(expected);
    },
  );

  it('puts a costly illness before a long-term one', () => {
    const [longTerm] = certified().insured.certificates;
    const certificates = [longTerm!, { ...longTerm!, illness: 'costly' as const, code: 'C001' }];
    const people = { insured: insured({ certificates }) };
    expect(isCovered({ illnesses: ['costly'] }, people)).toBe(true);
    expect(isCovered({ illnesses: ['long-term'] }, people)).toBe(false);
    expect(isCovered({ illnessCodes: ['C001'] }, people)).toBe(true);
  });

  it('takes the first that matches', () => {
    const coverage = [
      { code: 'FIRST', when: { acts: ['C'] }, rate: '0.70', source: 'test' },
      { code: 'SECOND', when: {}, rate: '1.00', source: 'test' },
    ];
    const { lines } = adjudicate(input({ reference: reference(ruleset({ coverage })) }));
    expect(lines[0]?.amounts?.benefit).toBe(5_600);
  });

  it('denies a line without a row, and takes no unit for it', () => {
    const decision = adjudicate(input({ reference: reference(ruleset({ coverage: [] })) }));
    expect(decision).toMatchObject({ outcome: 'rejected', history: [] });
    expect(decision.lines[0]).toMatchObject({
      outcome: 'denied',
      amounts: { submitted: 15_000, disallowed: 15_000 },
    });
  });
});
