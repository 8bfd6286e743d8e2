import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { adjudicateChunk } from '#src/pipeline/adjudicate/adjudicate-chunk.ts';
import { createTurns } from '#src/pipeline/adjudicate/create-turns.ts';
import type { Adjudicate } from '#src/pipeline/adjudicate/decide-sheets.ts';
import { createReferenceCache } from '#src/pipeline/adjudicate/reference-cache.ts';
import { adjudicateJob } from '#src/queues/adjudicate-job.ts';
import { type JobWorker, openWorker } from '#src/queues/open-worker.ts';

/** Decides chunks of care sheets; `decide` is the engine, which a fault test may spoil. */
export function openAdjudicateWorker(
  context: Context,
  decide: Adjudicate = adjudicate,
): Promise<JobWorker> {
  const parts = {
    adjudicate: decide,
    referenceAt: createReferenceCache(),
    turns: createTurns(),
  };
  return openWorker(context.queueSettings, {
    job: adjudicateJob,
    concurrency: context.config.workerConcurrency,
    process: ({ chunkId }) => adjudicateChunk(context, Number(chunkId), parts),
    isFinal: (error) => error instanceof AppError && !error.retryable,
    onError: (error, delivery) => context.logger.warn({ err: error, ...delivery }, 'a job failed'),
  });
}
