// The seven worked examples of the adjudication rules, to the centime, through the HTTP API: each
// in a database of its own, received on the day that the example says.
import { afterEach, expect, it } from 'vitest';
import { centimes, formatAmount } from '#domain/money/centimes.ts';
import { loadScenario } from '#fixtures/load-scenarios.ts';
import type { ExpectedDecision } from '#fixtures/scenario-schema.ts';
import type { CareSheetAnswer } from '#src/http/schemas/care-sheet.ts';
import type { Explanation } from '#src/http/schemas/explanation.ts';
import { queueBackends } from '#tests/harness/test-queue.ts';
import { type RunningSystem, startSystem } from './running-system.ts';
import { seedScenario } from './seed-scenario.ts';

const EXAMPLES = [1, 2, 3, 4, 5, 6, 7];

let system: RunningSystem;

afterEach(() => system.stop());

it.each(EXAMPLES)('worked example %i', async (number) => {
  const scenario = loadScenario(`worked-example-${number}`);
  let today = '';
  system = await startSystem(queueBackends()[0] ?? 'postgres', {
    now: () => new Date(`${today || '2026-01-05'}T10:00:00Z`),
  });
  await seedScenario(system.context, scenario);
  for (const { submission, sheet, expected } of scenario.sheets) {
    today = sheet.receivedOn;
    const clinic = await system.client('CLINIC', 'clinic');
    const { id } = await clinic.get<{ id: number }>('/v1/care-sheets', {
      method: 'POST',
      body: submission,
      headers: { 'idempotency-key': submission.number },
    });
    await system.decided();
    const answer = await clinic.get<CareSheetAnswer>(`/v1/care-sheets/${id}`);
    expect(answer.receivedOn).toBe(sheet.receivedOn);
    expect(answer.decision?.outcome).toBe(expected.outcome);
    const lines = answer.decision?.lines.map((line) => ({
      outcome: line.outcome,
      ...amountsOf(line.amounts),
      reasons: line.reasons.map(({ code }) => code),
    }));
    expect(lines).toEqual(expected.lines.map(withoutTariff));
    const why = await clinic.get<Explanation>(`/v1/care-sheets/${id}/explanation`);
    expect(why.lines.map(replayed)).toEqual(why.lines.map(({ amounts }) => headingsOf(amounts)));
    expect(why.lines.map(({ amounts }) => amounts)).toEqual(
      answer.decision?.lines.map(({ amounts }) => amounts),
    );
  }
});

function withoutTariff(line: ExpectedDecision['lines'][number]) {
  if ('amounts' in line) return line;
  const { tariff: _tariff, ...rest } = line;
  return rest;
}

function amountsOf(amounts: NonNullable<CareSheetAnswer['decision']>['totals']) {
  if (amounts === null) return { amounts: null };
  const { submitted: _submitted, ...headings } = amounts;
  return headings;
}

/** What the movements that a caller was told come to, on its own sums. */
function replayed({ start, steps }: Explanation['lines'][number]) {
  const left = new Map(Object.entries(start).map(([heading, text]) => [heading, centimes(text)]));
  for (const { from, to, amount } of steps.flatMap(({ movements }) => movements)) {
    left.set(from, (left.get(from) ?? 0) - centimes(amount));
    left.set(to, (left.get(to) ?? 0) + centimes(amount));
  }
  const told = [...left].map(([heading, amount]) => [heading, formatAmount(amount)]);
  expect(Object.fromEntries(told)).toEqual(steps.at(-1)?.balance);
  return Object.fromEntries(told);
}

function headingsOf(amounts: Explanation['totals']) {
  if (amounts === null) return null;
  const { eligible: _eligible, ...headings } = amounts;
  return { ...headings, submitted: '0.00' };
}
