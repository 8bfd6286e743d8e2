import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset, SESSION } from '#tests/domain/builders/reference-builder.ts';

const SESSIONS = reference(ruleset({ session: SESSION }));

it('counts one unit of a technical act, alone or not', () => {
  const lines = [line({ code: 'KC20', quantity: 3, unitPrice: 45_000 })];
  const { totals, outcome } = adjudicate(input({ reference: SESSIONS, sheet: sheet({ lines }) }));
  expect(outcome).toBe('partial');
  expect(totals).toMatchObject({ submitted: 135_000, eligible: 45_000, disallowed: 90_000 });
});

it('ranks a technical line by the one unit that it counts', () => {
  const lines = [
    line({ code: 'KC20', quantity: 3, unitPrice: 45_000 }),
    line({ number: 2, code: 'KC50', unitPrice: 112_500 }),
  ];
  const decision = adjudicate(input({ reference: SESSIONS, sheet: sheet({ lines }) }));
  expect(decision.lines.map(({ amounts }) => amounts?.eligible)).toEqual([22_500, 112_500]);
});

it('lets other categories have their units', () => {
  const lines = [line({ code: 'B12', quantity: 3, unitPrice: 1_375 })];
  const { outcome } = adjudicate(input({ reference: SESSIONS, sheet: sheet({ lines }) }));
  expect(outcome).toBe('approved');
});
