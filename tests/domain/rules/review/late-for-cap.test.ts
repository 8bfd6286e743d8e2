import { expect, it } from 'vitest';
import type { Consumption } from '#domain/accumulator/history.ts';
import { insured } from '#tests/domain/builders/input-builder.ts';
import { taken } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { factsOf, told } from '#tests/domain/builders/told.ts';

function inputOf(later: Partial<Consumption>, per: 'patient' | 'family' = 'patient') {
  const window = { kind: 'sliding-months', months: 1 } as const;
  const row = { code: 'CAP', when: {}, amount: '100.00', per, window, source: 'test' };
  return {
    reference: reference(ruleset({ caps: [row] })),
    consumptions: [taken({ date: '2026-03-11', ...later })],
  };
}

it.each([
  ['leaves enough', { amount: 2_800 }, 'approved'],
  ['takes a centime of it', { amount: 2_801 }, 'pended late-arrival'],
  ['is the last day of its window', { date: '2026-04-09', amount: 9_000 }, 'pended late-arrival'],
  ['is before its window', { date: '2026-04-10', amount: 9_000 }, 'approved'],
  ['is of another patient', { patientRank: 1, amount: 9_000 }, 'approved'],
  ['is of another cap', { cap: 'OTHER', amount: 9_000 }, 'approved'],
  [
    'is of the same day and smaller',
    { date: '2026-03-10', sessionEligible: 7_999, amount: 9_000 },
    'pended late-arrival',
  ],
])('a sheet before a paid line: it %s', (_, later, expected) => {
  expect(told(inputOf(later))).toBe(expected);
});

it('looks at the whole family where the cap does', () => {
  expect(told(inputOf({ patientRank: null, amount: 9_000 }, 'family'))).toBe('pended late-arrival');
});

it('only counts a line of the same day that comes first', () => {
  const larger = { date: '2026-03-10', sessionEligible: 8_001, amount: 9_000 };
  expect(told(inputOf(larger))).toBe('partial cap-reached');
});

it('knows the cap although the scheme of the later line has no ruleset any more', () => {
  const affiliations = [{ scheme: 'SALARIED', from: '2010-01-01', to: '2026-03-10' }];
  const care = { ...inputOf({ amount: 9_000 }), insured: insured({ affiliations }) };
  expect(told(care)).toBe('pended late-arrival');
});

it('names the line that would change', () => {
  expect(factsOf(inputOf({ amount: 9_000 }), 'late-arrival')).toEqual({
    cause: 'cap',
    date: '2026-03-11',
    sheetNumber: 'FSE-0',
    line: '1',
    row: 'CAP',
  });
});
