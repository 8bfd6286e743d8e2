import { z } from 'zod';
import type { JobDefinition } from './job-definition.ts';

const adjudicatePayload = z.strictObject({
  /** The bigint of the chunk, in decimal digits. */
  chunkId: z.string().regex(/^[1-9]\d{0,18}$/),
});

export type AdjudicatePayload = z.infer<typeof adjudicatePayload>;

/** Decide the care sheets of one chunk. */
export const adjudicateJob: JobDefinition<AdjudicatePayload> = {
  name: 'adjudicate',
  payload: adjudicatePayload,
  jobId: ({ chunkId }, ring) => `adjudicate-${chunkId}-${ring}`,
  retries: {
    attempts: 5,
    backoffMs: 500,
    keepFailed: { ageSeconds: 24 * 3600, count: 1_000 },
  },
};
