import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { replayFamily } from '#domain/simulation/replay-family.ts';
import { insured, line, provider, sheet } from '#tests/domain/builders/input-builder.ts';
import { taken } from '#tests/domain/builders/past-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';

const CAP = {
  ...({ code: 'CAP', source: 'test', when: {}, amount: '200.00', per: 'patient' } as const),
  window: { kind: 'calendar-year' },
} as const;

const visit = (number: string, date: string) =>
  sheet({ number, receivedOn: '2026-12-31', lines: [line({ date })] });

const start = {
  insured: insured(),
  lines: [],
  consumptions: [],
  reference: reference(ruleset({ caps: [CAP] })),
  providers: new Map([['900000001', provider()]]),
  adjudicate,
};

const benefitsOf = (decisions: ReturnType<typeof replayFamily>) =>
  decisions.map((decision) => decision?.totals?.benefit);

it('counts what the sheets before took from a cap', () => {
  const sheets = [
    visit('A', '2026-02-01'),
    visit('B', '2026-03-01'),
    visit('C', '2026-04-01'),
    visit('D', '2026-05-01'),
  ];
  expect(benefitsOf(replayFamily(sheets, start))).toEqual([7_200, 7_200, 5_600, 0]);
});

it('starts from what was decided before, and changes nothing of it', () => {
  const before = { ...start, consumptions: [taken({ amount: 15_000 })] };
  expect(benefitsOf(replayFamily([visit('A', '2026-02-01')], before))).toEqual([5_000]);
  expect(before.consumptions).toHaveLength(1);
});

it('goes on beside a sheet that the engine cannot decide', () => {
  const sheets = [visit('A', '2026-02-01'), visit('BAD', '2026-03-01'), visit('C', '2026-04-01')];
  const decisions = replayFamily(sheets, {
    ...start,
    adjudicate(input) {
      if (input.sheet.number === 'BAD') throw new RangeError('spoiled');
      return adjudicate(input);
    },
  });
  expect(benefitsOf(decisions)).toEqual([7_200, undefined, 7_200]);
});
