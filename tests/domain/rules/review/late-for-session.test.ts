import { expect, it } from 'vitest';
import type { PastLine } from '#domain/accumulator/history.ts';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { past } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset, SESSION } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

function toldOf(code: string, unitPrice: number, history: PastLine[]) {
  return told({
    reference: reference(ruleset({ session: SESSION })),
    history,
    sheet: sheet({ lines: [line({ code, unitPrice })] }),
  });
}

function act(code: string, amount: number, eligible = amount) {
  const amounts = { sessionEligible: amount, allowedEligible: amount, eligible };
  return past({ code, category: 'specialist-act', ...amounts });
}

it.each([
  ['a dearer act', 'KC50', 112_500, [act('KC30', 67_500)], 'pended late-arrival'],
  ['a cheaper act', 'KC20', 45_000, [act('KC30', 67_500)], 'partial session-reduction'],
  [
    'an act between two',
    'KC30',
    67_500,
    [act('KC50', 112_500), act('KC20', 45_000, 22_500)],
    'pended session-reduction',
  ],
  ['an act beside a consultation', 'KC20', 45_000, [past()], 'pended late-arrival'],
  [
    'a cheap act beside a consultation',
    'KC20',
    5_000,
    [past()],
    'partial consultation-paid-instead',
  ],
  ['a consultation beside a cheap act', 'CS', 15_000, [act('KC20', 9_000)], 'pended late-arrival'],
  [
    'a consultation beside an act',
    'CS',
    15_000,
    [act('KC20', 45_000)],
    'partial acts-paid-instead',
  ],
] as const)('%s', (_, code, unitPrice, history, expected) => {
  expect(toldOf(code, unitPrice, [...history])).toContain(expected.split(' ')[0]);
  expect(toldOf(code, unitPrice, [...history])).toContain(expected.split(' ')[1]);
});

it('says so of a session whose third act would lose its half', () => {
  const history = [act('KC50', 112_500), act('KC20', 45_000, 22_500)];
  expect(toldOf('KC30', 67_500, history)).toBe('pended late-arrival session-reduction');
});
