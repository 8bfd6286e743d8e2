import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { checkEntitlement } from '#domain/adjudication/check-entitlement.ts';
import type { Insured } from '#domain/care-sheet/parties.ts';
import {
  CARE_DATE,
  child,
  input,
  insured,
  line,
  sheet,
} from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';

const AGE = {
  code: 'AGE',
  relationship: 'child',
  student: false,
  lastAge: 21,
  source: 'law',
} as const;
const rules = reference(ruleset({ ageLimits: [AGE] }));
const always = { from: '2010-01-01', to: null };
const patient = { relationship: 'child', rank: 1, birthDate: '2004-03-10' } as const;

function check(rest: Partial<Insured> = {}, date = CARE_DATE) {
  const family = insured({ dependants: [child()], ...rest });
  return checkEntitlement({ insured: family, patient, date, reference: rules });
}

/** What the engine says of the same person's rights when a sheet of the day is decided. */
function decided(rest: Partial<Insured>) {
  const family = insured({ dependants: [child()], ...rest });
  const decision = adjudicate(
    input({
      insured: family,
      reference: rules,
      sheet: sheet({ patient, lines: [line()], receivedOn: CARE_DATE }),
    }),
  );
  return [...decision.reasons, ...decision.lines.flatMap(({ reasons }) => reasons)];
}

describe('rights on a date', () => {
  it('are open with scheme, fund, ruleset and the last day of the age limit', () => {
    expect(check({ dependants: [child({ birthDate: '2004-03-10' })] }, '2026-03-09')).toMatchObject(
      {
        open: true,
        reasons: [],
        scheme: 'SALARIED',
        fund: 'CNSS',
        terms: { id: 'TEST@1' },
        ageLimit: { row: AGE, lastDay: '2026-03-09' },
      },
    );
  });

  it.each<[string, Partial<Insured>]>([
    ['age-limit', {}],
    ['rights-not-open', { entitlements: [] }],
    ['rights-suspended', { entitlements: [{ ...always, status: 'suspended', qualifiedOn: null }] }],
    [
      'qualifying-period',
      { entitlements: [{ ...always, status: 'opened', qualifiedOn: '2026-05-01' }] },
    ],
    ['scheme-unknown', { affiliations: [] }],
    ['care-after-death', { dependants: [child({ deathDate: '2026-01-01' })] }],
    [
      'patient-not-attached',
      { dependants: [child({ attached: { from: '2010-01-01', to: '2020-01-01' } })] },
    ],
  ])('are refused for %s in the words of a decision', (code, rest) => {
    const found = check(rest);
    expect(found.open).toBe(false);
    expect(found.reasons.map((reason) => reason.code)).toContain(code);
    expect(found.reasons).toEqual(expect.arrayContaining(decided(rest)));
  });

  it('are open where a scheme has no ruleset, and say what is missing', () => {
    const found = check({ affiliations: [{ scheme: 'PUBLIC', ...always }] });
    expect(found.open).toBe(true);
    expect(found.reasons.map(({ code }) => code)).toEqual(['ruleset-missing']);
    expect(found.terms).toBeUndefined();
  });

  it('have no age limit for who is disabled', () => {
    expect(check({ dependants: [child({ disabled: true })] })).toMatchObject({
      open: true,
      ageLimit: null,
    });
  });
});
