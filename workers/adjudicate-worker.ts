import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { adjudicateChunks } from '#src/pipeline/adjudicate/adjudicate-chunks.ts';
import { createAdjudicationParts } from '#src/pipeline/adjudicate/create-adjudication-parts.ts';
import { createChunkMerger } from '#src/pipeline/adjudicate/create-chunk-merger.ts';
import type { Adjudicate } from '#src/pipeline/adjudicate/decide-sheets.ts';
import { adjudicateJob } from '#src/queues/adjudicate-job.ts';
import { type JobWorker, openWorker } from '#src/queues/open-worker.ts';

/** While one transaction waits for the disk, another decides. */
const MAX_IN_FLIGHT = 2;

/** Decides chunks of care sheets; `decide` is the engine, which a fault test may spoil. */
export function openAdjudicateWorker(context: Context, decide?: Adjudicate): Promise<JobWorker> {
  const parts = createAdjudicationParts(decide);
  const concurrency = context.config.workerConcurrency;
  const decideChunk = createChunkMerger((ids) => adjudicateChunks(context, ids, parts), {
    maxChunks: concurrency,
    maxInFlight: MAX_IN_FLIGHT,
  });
  return openWorker(context.queueSettings, {
    job: adjudicateJob,
    concurrency,
    process: ({ chunkId }) => decideChunk(Number(chunkId)),
    isFinal: (error) => error instanceof AppError && !error.retryable,
    onError: (error, delivery) => context.logger.warn({ err: error, ...delivery }, 'a job failed'),
  });
}
