import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import type { Adjudicate } from '#src/pipeline/adjudicate/decide-sheets.ts';
import { createSimulationParts } from '#src/pipeline/simulate/create-simulation-parts.ts';
import { mergeShards } from '#src/pipeline/simulate/merge-shards.ts';
import { planSimulation } from '#src/pipeline/simulate/plan-simulation.ts';
import { replayShard } from '#src/pipeline/simulate/replay-shard.ts';
import { type JobWorker, openWorker } from '#src/queues/open-worker.ts';
import { simulateJob } from '#src/queues/simulate-job.ts';

/** One part of a simulation at a time: live work has the rest of the process. */
export function openSimulateWorker(
  context: Context,
  { signal, decide }: { signal: AbortSignal; decide?: Adjudicate | undefined },
): Promise<JobWorker> {
  const parts = createSimulationParts(signal, decide);
  return openWorker(context.queueSettings, {
    job: simulateJob,
    concurrency: 1,
    process: async ({ simulationId: text, part }) => {
      const simulationId = Number(text);
      if (part === 'plan') await planSimulation(context, simulationId);
      else if (part === 'merge') await mergeShards(context, simulationId);
      else await replayShard(context, { simulationId, shard: Number(part) }, parts);
    },
    isFinal: (error) => error instanceof AppError && !error.retryable,
    onError: (error, delivery) => context.logger.warn({ err: error, ...delivery }, 'a job failed'),
  });
}
