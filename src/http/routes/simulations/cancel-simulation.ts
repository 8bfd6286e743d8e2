import { z } from 'zod';
import { cancelSimulation as cancel } from '#src/pipeline/simulate/cancel-simulation.ts';
import { presentSummary } from '../../answers/present-simulation.ts';
import { defineRoute } from '../../route.ts';
import { id } from '../../schemas/paging.ts';
import { simulationSummarySchema } from '../../schemas/simulation.ts';
import { findOwnSimulation, SIMULATION_ACCESS } from './find-own-simulation.ts';

export const cancelSimulation = defineRoute({
  method: 'post',
  path: '/v1/simulations/{id}/cancel',
  summary: 'End a simulation that is under way; one that is finished stays as it is',
  access: SIMULATION_ACCESS,
  params: z.strictObject({ id }),
  answers: { 200: { description: 'The simulation.', schema: simulationSummarySchema } },
  async handle({ api, caller, params }) {
    const { organisationId, clientId: actor } = caller;
    await cancel(api.context, { id: params.id, organisationId, actor });
    const found = await findOwnSimulation(api, caller, params.id);
    const { report: _report, reportHash: _hash, ...record } = found;
    return { status: 200, json: presentSummary(record) };
  },
});
