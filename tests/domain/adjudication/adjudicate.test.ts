import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import { replaySteps } from '#domain/adjudication/replay-steps.ts';
import { RULES } from '#domain/adjudication/rule-order.ts';
import type { LineCondition, RulesetDocument } from '#domain/coverage/ruleset.ts';
import type { DecisionInput } from '#domain/decision/decision-input.ts';
import { REASON_CODES } from '#domain/decision/reason-codes.ts';
import { isConserved } from '#domain/money/amounts.ts';
import { child, input, insured, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { past, taken } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset, SESSION } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

const CODES = ['C', 'CS', 'KC20', 'KC50', 'KFREE', 'B12', 'AMM', 'STAY', 'CROWN', 'X999'];

const condition: fc.Arbitrary<LineCondition> = fc.record(
  {
    acts: fc.subarray(CODES),
    categories: fc.subarray(['consultation', 'specialist-act', 'biology', 'hospital-stay']),
    sectors: fc.subarray(['private', 'public']),
    settings: fc.subarray(['ambulatory', 'stay']),
    maxAge: fc.integer({ min: 20, max: 60 }),
  },
  { requiredKeys: [] },
);

const rate = fc.integer({ min: 0, max: 10_000 }).map((value) => (value / 10_000).toFixed(4));
const window_ = fc.constantFrom(
  { kind: 'calendar-year' as const },
  { kind: 'lifetime' as const },
  { kind: 'sliding-months' as const, months: 2 },
);

function rows<Row extends object>(row: fc.Arbitrary<Row>, prefix: string, maxLength = 3) {
  return fc
    .array(row, { maxLength })
    .map((list) => list.map((one, i) => ({ ...one, code: `${prefix}${i}`, source: 'test' })));
}

const document: fc.Arbitrary<RulesetDocument> = fc
  .record({
    coverage: rows(fc.record({ when: condition, rate }), 'RATE', 5),
    exclusions: rows(fc.record({ when: condition }), 'EXCLUSION', 1),
    session: fc.option(
      fc
        .array(rate, { minLength: 1, maxLength: 3 })
        .map((percentages) => ({ ...SESSION, percentages })),
    ),
    unitLimits: rows(
      fc.record({ when: condition, maxUnits: fc.nat({ max: 5 }), window: window_ }),
      'LIMIT',
    ),
    renewalIntervals: rows(
      fc.record({ when: condition, interval: fc.record({ days: fc.nat({ max: 9 }) }) }),
      'RENEWAL',
    ),
    caps: rows(
      fc.record({
        when: condition,
        amount: fc.nat({ max: 5_000 }).map((amount) => `${amount}.00`),
        per: fc.constantFrom('patient', 'family'),
        window: window_,
      }),
      'CAP',
    ),
    authorizations: rows(fc.record({ when: condition }), 'AUTHORIZATION', 1),
  })
  .map((terms) => ruleset(terms));

const items = fc.array(
  fc.record({
    code: fc.constantFrom(...CODES),
    coefficient: fc.constantFrom(null, null, 5_000),
    quantity: fc.integer({ min: 1, max: 6 }),
    unitPrice: fc.nat({ max: 900_000 }),
    date: fc.constantFrom('2026-03-09', '2026-03-10', '2026-03-11'),
  }),
  { minLength: 1, maxLength: 8 },
);

const world: fc.Arbitrary<DecisionInput> = fc
  .record({
    document,
    items,
    stay: fc.constantFrom(null, null, { admission: '2026-03-09', discharge: '2026-03-11' }),
    used: fc.nat({ max: 300_000 }),
    units: fc.nat({ max: 4 }),
  })
  .map((drawn) =>
    input({
      reference: reference(drawn.document),
      sheet: sheet({
        lines: drawn.items.map((item, i) => line({ ...item, number: i + 1 })),
        stay: drawn.stay,
      }),
      history: [
        past({ date: '2026-03-08', paidUnits: drawn.units, countedUnder: ['LIMIT0'] }),
        past({ code: 'KC50', category: 'specialist-act', date: '2026-03-09', lineNumber: 2 }),
        past({ date: '2026-03-01', lineNumber: 3, countedUnder: ['RENEWAL0'] }),
      ],
      consumptions: [
        taken({ cap: 'CAP0', amount: drawn.used }),
        taken({ cap: 'CAP0', patientRank: null, amount: drawn.used }),
      ],
    }),
  );

describe('adjudicate', () => {
  it('conserves every centime, and its steps replay to the amounts', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(world, (one) => {
        const { lines, outcome } = adjudicate(one);
        outcomes.add(outcome);
        for (const { number, amounts, steps } of lines) {
          if (amounts === null) continue;
          const declared = one.sheet.lines.find((item) => item.number === number)!;
          expect(isConserved(amounts)).toBe(true);
          expect(amounts.submitted).toBe(declared.quantity * declared.unitPrice);
          expect(replaySteps(amounts.submitted, steps)).toEqual({
            submitted: 0,
            benefit: amounts.benefit,
            copay: amounts.copay,
            overCap: amounts.overCap,
            excess: amounts.excess,
            disallowed: amounts.disallowed,
          });
        }
      }),
      { numRuns: 800, seed: 1 },
    );
    expect([...outcomes].sort()).toEqual(['approved', 'partial', 'pended', 'rejected']);
  });

  it('gives the same bytes for the same input, and freezes nothing that it was given', () => {
    fc.assert(
      fc.property(world, (one) => {
        const before = JSON.stringify(one);
        const first = canonicalJson(adjudicate(one));
        expect(canonicalJson(adjudicate(one))).toBe(first);
        expect(JSON.stringify(one)).toBe(before);
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('does not look at the order of any list', () => {
    fc.assert(
      fc.property(world, (one) => {
        const turned = {
          ...one,
          sheet: { ...one.sheet, lines: [...one.sheet.lines].reverse() },
          history: [...one.history].reverse(),
          consumptions: [...one.consumptions].reverse(),
        };
        expect(canonicalJson(adjudicate(turned))).toBe(canonicalJson(adjudicate(one)));
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('pays the same for lines that are numbered otherwise', () => {
    fc.assert(
      fc.property(world, (one) => {
        const acts = one.sheet.lines.map(({ code, date }) => `${code} ${date}`);
        // Of identical acts of the same amount it is the number that says which one counts.
        fc.pre(new Set(acts).size === acts.length);
        const count = one.sheet.lines.length;
        const lines = one.sheet.lines.map((item) => ({ ...item, number: count + 1 - item.number }));
        const decision = adjudicate(one);
        const renumbered = adjudicate({ ...one, sheet: { ...one.sheet, lines } });
        expect(renumbered.totals).toEqual(decision.totals);
        expect(renumbered.outcome).toBe(decision.outcome);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('gives only reasons of the list and steps of known rules', () => {
    const rules = new Set(RULES.map(({ code }) => code));
    fc.assert(
      fc.property(world, (one) => {
        const { reasons, lines } = adjudicate(one);
        for (const { code } of [...reasons, ...lines.flatMap((decided) => decided.reasons)]) {
          expect(REASON_CODES).toHaveProperty(code);
        }
        for (const { cited } of lines.flatMap(({ steps }) => steps)) {
          expect(rules.has(cited.rule)).toBe(true);
        }
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('pays the insured, or directly the provider', () => {
    expect(adjudicate(input()).payee).toEqual({ kind: 'insured', key: 'CNSS:123456789' });
    expect(adjudicate(input({ sheet: sheet({ payment: 'direct' }) })).payee).toEqual({
      kind: 'provider',
      key: '900000001',
    });
  });

  it('tells all that is wrong with a sheet and with its lines', () => {
    const dependants = [
      child({ deathDate: '2026-01-01', attached: { from: '2010-01-01', to: '2020-01-01' } }),
    ];
    const care = sheet({
      fund: 'CNOPS',
      patient: { relationship: 'child', rank: 1, birthDate: '2004-03-10' },
      receivedOn: '2026-03-01',
      lines: [line({ code: 'X999' })],
    });
    expect(told({ insured: insured({ dependants, entitlements: [] }), sheet: care })).toBe(
      'rejected patient-not-attached care-after-death wrong-fund received-before-care ' +
        'rights-not-open act-unknown',
    );
  });

  it('remembers for history what was allowed, and what was paid nothing', () => {
    const rows_ = reference(ruleset({ session: SESSION }));
    const lines = [
      line({ code: 'KC50', unitPrice: 112_500 }),
      line({ number: 2, code: 'KC20', quantity: 2, unitPrice: 45_000 }),
      line({ number: 3, code: 'C' }),
      line({ number: 4, code: 'X999' }),
    ];
    const { history } = adjudicate(input({ reference: rows_, sheet: sheet({ lines }) }));
    expect(history).toMatchObject([
      { lineNumber: 1, units: 1, paidUnits: 1, sessionEligible: 112_500, eligible: 112_500 },
      { lineNumber: 2, units: 1, paidUnits: 1, allowedEligible: 45_000, eligible: 22_500 },
      { lineNumber: 3, units: 1, paidUnits: 0, allowedEligible: 8_000, eligible: 0, benefit: 0 },
    ]);
  });

  it('refuses a quantity or a price that no sheet can have', () => {
    for (const broken of [
      { quantity: 0 },
      { quantity: 1.5 },
      { unitPrice: -1 },
      { unitPrice: 2 ** 40 },
    ]) {
      expect(() => adjudicate(input({ sheet: sheet({ lines: [line(broken)] }) }))).toThrow(
        RangeError,
      );
    }
  });
});
