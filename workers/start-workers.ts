import type { Context } from '#src/context.ts';
import type { Adjudicate } from '#src/pipeline/adjudicate/decide-sheets.ts';
import { sweepSimulations } from '#src/pipeline/simulate/sweep-simulations.ts';
import { prepareMonths } from '#src/pipeline/sweep/prepare-months.ts';
import { sweep } from '#src/pipeline/sweep/sweep.ts';
import { openAdjudicateWorker } from './adjudicate-worker.ts';
import { repeat } from './repeat.ts';
import { openSimulateWorker } from './simulate-worker.ts';

const SWEEP_EVERY_MS = 1_000;
const PREPARE_MONTHS_EVERY_MS = 6 * 3_600_000;

export interface Workers {
  /** Takes nothing new, ends what is at work, then resolves. */
  stop(): Promise<void>;
}

/** Starts all that one worker process does. */
export async function startWorkers(context: Context, decide?: Adjudicate): Promise<Workers> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const workers = [
    await openAdjudicateWorker(context, decide),
    await openSimulateWorker(context, { signal, decide }),
  ];
  const everyMs = SWEEP_EVERY_MS;
  const repeated = [
    repeat(context, { name: 'sweep', everyMs, step: () => sweep(context), signal }),
    repeat(context, {
      ...{ name: 'sweep simulations', everyMs, signal },
      step: () => sweepSimulations(context),
    }),
    repeat(context, {
      ...{ name: 'prepare months', everyMs: PREPARE_MONTHS_EVERY_MS, signal },
      step: () => prepareMonths(context),
    }),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all(repeated);
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}
