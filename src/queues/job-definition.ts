import type { z } from 'zod';

/** What everybody agrees on about a kind of job. A payload holds ids only, never personal data. */
export interface JobDefinition<Payload> {
  /** Of the job and of its queue. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /**
   * Derived from what the job rings for, so that ringing twice makes one job. The ring tells a new
   * attempt of the sweeper from the one before. Without `:`, and never digits only.
   */
  jobId(payload: Payload, ring: number): string;
  readonly retries: RetryPolicy;
}

export interface RetryPolicy {
  /** The first run included. */
  readonly attempts: number;
  /** Before the second attempt; doubled before each further one, and spread at random by half. */
  readonly backoffMs: number;
  /** Failed jobs stay to be looked at, up to both limits. Completed ones go at once. */
  readonly keepFailed: { readonly ageSeconds: number; readonly count: number };
}
