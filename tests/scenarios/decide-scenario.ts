import type { Consumption, PastLine } from '#domain/accumulator/history.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compileReference } from '#domain/coverage/compiled-reference.ts';
import type { Decision } from '#domain/decision/decision.ts';
import type { Scenario } from '#fixtures/load-scenarios.ts';

interface Past {
  readonly history: PastLine[];
  readonly consumptions: Consumption[];
}

/** Decides the sheets of a scenario in turn, each seeing what those before it left behind. */
export function decideScenario(scenario: Scenario): Decision[] {
  const reference = compileReference(scenario.reference);
  const pasts = new Map<string, Past>();
  return scenario.sheets.map(({ sheet }) => {
    const key = `${sheet.insured.issuer}:${sheet.insured.number}`;
    const past = pasts.get(key) ?? { history: [], consumptions: [] };
    pasts.set(key, past);
    const decision = adjudicate({
      sheet,
      insured: scenario.insured.find((each) => `${each.issuer}:${each.number}` === key),
      provider: scenario.providers.find(({ inpe }) => inpe === sheet.provider),
      prescriber: scenario.providers.find(({ inpe }) => inpe === sheet.prescriber),
      history: [...past.history],
      consumptions: [...past.consumptions],
      reference,
    });
    past.history.push(...decision.history);
    past.consumptions.push(...decision.consumptions);
    return decision;
  });
}
