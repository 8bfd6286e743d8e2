import type { PeriodOfCare } from '#domain/simulation/period-of-care.ts';
import { askSimulation as ask } from '#src/pipeline/simulate/ask-simulation.ts';
import { presentSummary } from '../../answers/present-simulation.ts';
import { readJson } from '../../request/read-json.ts';
import { defineRoute } from '../../route.ts';
import { simulationRequestSchema, simulationSummarySchema } from '../../schemas/simulation.ts';
import { findOwnSimulation, SIMULATION_ACCESS } from './find-own-simulation.ts';

/** A fund simulates its own sheets; the administration those of every fund. */
export const askSimulation = defineRoute({
  method: 'post',
  path: '/v1/simulations',
  summary: 'What a ruleset would have made of the care sheets of a period, or of a file',
  access: SIMULATION_ACCESS,
  body: { mediaType: 'application/json', schema: simulationRequestSchema },
  answers: {
    202: {
      description: 'It is under way: ask for it at its Location until it is done.',
      schema: simulationSummarySchema,
    },
  },
  async handle({ api, caller, body, language }) {
    const { ruleset, document, period, file } = readJson(body, simulationRequestSchema, language);
    const of = ruleset ?? document;
    const over = scopeOf(period, file);
    if (of === undefined || over === undefined)
      throw new Error('a request without a ruleset or a scope passed its schema');
    const { organisationId, organisationKind, clientId: actor } = caller;
    const onlyFundId = organisationKind === 'fund' ? organisationId : null;
    const request = { of, ...over, organisationId, onlyFundId, actor };
    const id = await ask(api.context, request);
    const simulation = presentSummary(await findOwnSimulation(api, caller, id));
    return { status: 202, json: simulation, headers: { Location: simulation.links.self } };
  },
});

function scopeOf(period: PeriodOfCare | undefined, fileId: number | undefined) {
  if (period !== undefined) return { period };
  return fileId === undefined ? undefined : { fileId };
}
