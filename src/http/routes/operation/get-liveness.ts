import { z } from 'zod';
import { defineRoute } from '../../route.ts';

const livenessSchema = z.strictObject({ status: z.literal('live') }).meta({ id: 'Liveness' });

/** The process answers; what it needs is the matter of readiness. */
export const getLiveness = defineRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the process lives',
  access: 'public',
  answers: { 200: { description: 'It lives.', schema: livenessSchema } },
  handle: async () => ({ status: 200, json: { status: 'live' } }),
});
