import { z } from 'zod';
import { readAs } from '#db/reads/read-as.ts';
import { listSimulations as list } from '#db/reads/simulations.ts';
import { presentSummary } from '../../answers/present-simulation.ts';
import { decodeNumberCursor, encodeCursor } from '../../request/cursor.ts';
import { defineRoute } from '../../route.ts';
import { cursor, limit } from '../../schemas/paging.ts';
import { simulationListSchema } from '../../schemas/simulation.ts';
import { SIMULATION_ACCESS } from './find-own-simulation.ts';

export const listSimulations = defineRoute({
  method: 'get',
  path: '/v1/simulations',
  summary: 'The simulations that the caller’s organisation asked for, newest first',
  access: SIMULATION_ACCESS,
  query: z.strictObject({ limit, cursor }),
  answers: { 200: { description: 'One page.', schema: simulationListSchema } },
  async handle({ api, caller, query }) {
    const before = decodeNumberCursor(query.cursor);
    const found = await readAs(api.context.database, caller.organisationId, (tx) =>
      list(tx, { before, limit: query.limit + 1 }),
    );
    const items = found.slice(0, query.limit).map(presentSummary);
    const last = items.at(-1);
    const next = found.length > query.limit && last ? encodeCursor(last.id) : null;
    return { status: 200, json: { items, next } };
  },
});
