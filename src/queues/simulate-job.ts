import { z } from 'zod';
import type { JobDefinition } from './job-definition.ts';

const simulatePayload = z.strictObject({
  /** The bigint of the simulation, in decimal digits. */
  simulationId: z.string().regex(/^[1-9]\d{0,18}$/),
  /** To divide it, to replay one of its shards, or to merge what they found. */
  part: z.union([z.literal('plan'), z.literal('merge'), z.string().regex(/^\d{1,4}$/)]),
});

export type SimulatePayload = z.infer<typeof simulatePayload>;

/** One part of a simulation; a queue of its own, so that no live work stands behind it. */
export const simulateJob: JobDefinition<SimulatePayload> = {
  name: 'simulate',
  payload: simulatePayload,
  jobId: ({ simulationId, part }, ring) => `simulate-${simulationId}-${part}-${ring}`,
  retries: {
    attempts: 3,
    backoffMs: 1_000,
    keepFailed: { ageSeconds: 24 * 3600, count: 1_000 },
  },
};
