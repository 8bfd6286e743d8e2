import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { type CapUsage, capUsages } from '#domain/adjudication/cap-usage.ts';
import type { Cap } from '#domain/coverage/ruleset.ts';
import { tellStep } from '#domain/decision/tell-step.ts';
import { child, input, insured, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { taken } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';

const sliding = { kind: 'sliding-months', months: 24 } as const;
const CAPS: Cap[] = [
  { code: 'CAP', when: {}, amount: '200.00', per: 'patient', window: sliding, source: 'a' },
  {
    code: 'ALL',
    when: {},
    amount: '90.00',
    per: 'family',
    window: { kind: 'lifetime' },
    source: 'b',
  },
];
const rules = reference(ruleset({ caps: CAPS }));
const date = '2026-03-31';

function usages(consumptions: Parameters<typeof capUsages>[1]['consumptions']): CapUsage[] {
  const terms = rules.ruleset('SALARIED', date);
  if (terms === undefined) throw new Error('no ruleset');
  const gone = child({ rank: 2, attached: { from: '2010-01-01', to: '2020-01-01' } });
  return capUsages(terms, {
    insured: insured({ dependants: [child(), gone] }),
    consumptions,
    date,
  });
}

it('counts by patient and by family, in the window that a line of the day sees', () => {
  const found = usages([
    taken({ amount: 1_000, date: '2024-03-31' }),
    taken({ amount: 2_000, date: '2024-04-01' }),
    taken({ amount: 4_000, date }),
    taken({ amount: 8_000, date: '2026-04-01' }),
    taken({ amount: 500, patientRank: 1 }),
    taken({ amount: 9_999, cap: 'ALL', patientRank: null, date: '2007-01-01' }),
  ]);
  expect(
    found.map(({ cap, patientRank, from, used, remaining }) => [
      ...[cap.code, patientRank, from, used, remaining],
    ]),
  ).toEqual([
    ['CAP', 0, '2024-04-01', 6_000, 14_000],
    ['CAP', 1, '2024-04-01', 500, 19_500],
    ['ALL', null, null, 9_999, 0],
  ]);
});

it('shows somebody who is attached no more, as long as they have used a cap', () => {
  const ranks = usages([taken({ patientRank: 2 })]).map(({ patientRank }) => patientRank);
  expect(ranks).toEqual([0, 1, 2, null]);
});

it('leaves to the next line what a decision finds', () => {
  const consumptions = [taken({ amount: 15_000, date })];
  const [own] = usages(consumptions);
  const { lines } = adjudicate(
    input({
      ...{ consumptions, reference: rules },
      sheet: sheet({ receivedOn: date, lines: [line({ date, code: 'AMM', unitPrice: 4_000 })] }),
    }),
  );
  const step = lines[0]?.steps.map(tellStep).find(({ row }) => row === 'CAP');
  expect(step?.looked.before).toBe('150.00');
  expect(own?.used).toBe(15_000);
});
