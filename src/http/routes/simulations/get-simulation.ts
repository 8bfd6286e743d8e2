import { z } from 'zod';
import { presentSimulation } from '../../answers/present-simulation.ts';
import { defineRoute } from '../../route.ts';
import { id } from '../../schemas/paging.ts';
import { simulationSchema } from '../../schemas/simulation.ts';
import { findOwnSimulation, SIMULATION_ACCESS } from './find-own-simulation.ts';

export const getSimulation = defineRoute({
  method: 'get',
  path: '/v1/simulations/{id}',
  summary: 'How far a simulation is, and its report once it is done',
  access: SIMULATION_ACCESS,
  params: z.strictObject({ id }),
  answers: { 200: { description: 'The simulation.', schema: simulationSchema } },
  async handle({ api, caller, params }) {
    const found = await findOwnSimulation(api, caller, params.id);
    return { status: 200, json: presentSimulation(found) };
  },
});
