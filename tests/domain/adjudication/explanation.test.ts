import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { tellStep } from '#domain/decision/tell-step.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { taken } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';

it('tells every step of a line: ruleset, tariff, limit, eligible, rate and cap', () => {
  const document = ruleset({
    unitLimits: [
      {
        code: 'LIMIT',
        when: { acts: ['AMM'] },
        maxUnits: 4,
        window: { kind: 'calendar-year' },
        source: 'convention',
      },
    ],
    caps: [
      {
        code: 'CAP',
        when: {},
        amount: '200.00',
        per: 'patient',
        window: { kind: 'calendar-year' },
        source: 'decree',
      },
    ],
  });
  const { lines } = adjudicate(
    input({
      reference: reference(document),
      consumptions: [taken({ amount: 10_000 })],
      sheet: sheet({ lines: [line({ code: 'AMM', quantity: 5, unitPrice: 5_000 })] }),
    }),
  );
  expect(lines[0]?.steps.map(tellStep)).toEqual([
    {
      rule: 'entitlement/ruleset-in-force',
      row: 'TEST@1',
      looked: {
        date: '2026-03-10',
        scheme: 'SALARIED',
        fund: 'CNSS',
        from: '2006-09-01',
        to: '',
      },
    },
    {
      rule: 'pricing/key-letter-tariff',
      row: 'AMM',
      source: 'test grid',
      looked: {
        grid: 'TNR',
        sector: 'private',
        validFrom: '2006-09-01',
        value: '40.00',
        coefficient: '1',
      },
    },
    {
      rule: 'limits/unit-limit',
      row: 'LIMIT',
      source: 'convention',
      looked: { row: 'LIMIT', maxUnits: '4', used: '0', declared: '5', allowed: '4' },
      movements: [{ from: 'submitted', to: 'disallowed', amount: 5_000 }],
      reason: 'unit-limit',
    },
    {
      rule: 'pricing/eligible-amount',
      looked: { units: '4', submitted: '200.00', tariff: '160.00' },
      movements: [{ from: 'submitted', to: 'excess', amount: 4_000 }],
    },
    {
      rule: 'cost-sharing/coverage-rate',
      row: 'ALL',
      source: 'test',
      looked: { rate: '90 %', eligible: '160.00' },
      movements: [
        { from: 'submitted', to: 'benefit', amount: 14_400 },
        { from: 'submitted', to: 'copay', amount: 1_600 },
      ],
    },
    {
      rule: 'cost-sharing/cap',
      row: 'CAP',
      source: 'decree',
      looked: { capAmount: '200.00', before: '100.00', after: '200.00' },
      movements: [{ from: 'benefit', to: 'overCap', amount: 4_400 }],
      reason: 'cap-reached',
    },
  ]);
});
