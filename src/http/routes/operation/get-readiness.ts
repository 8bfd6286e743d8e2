import { z } from 'zod';
import { defineRoute } from '../../route.ts';

const state = z.enum(['ok', 'failing']);
const readinessSchema = z
  .strictObject({ ready: z.boolean(), database: state, migrations: state, queue: state })
  .meta({ id: 'Readiness' });

export const getReadiness = defineRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Whether requests can be served in full',
  access: 'public',
  answers: {
    200: { description: 'Ready.', schema: readinessSchema },
    503: { description: 'Impaired: something that it needs is away.', schema: readinessSchema },
  },
  async handle({ api }) {
    const readiness = await api.readiness();
    return { status: readiness.ready ? 200 : 503, json: readiness };
  },
});
