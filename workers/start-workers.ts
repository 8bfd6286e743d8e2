import type { Context } from '#src/context.ts';
import type { Adjudicate } from '#src/pipeline/adjudicate/decide-sheets.ts';
<<<<<<< HEAD
import { prepareMonths } from '#src/pipeline/sweep/prepare-months.ts';
=======
import { sweepSimulations } from '#src/pipeline/simulate/sweep-simulations.ts';
>>>>>>> 2e77b14 (Simulations: what a draft would have made of stored sheets, replayed family by family on all workers)
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
  const worker = await openAdjudicateWorker(context, decide);
  const simulating = await openSimulateWorker(context, stopping.signal);
  const sweeping = repeat(context, {
    name: 'sweep',
    everyMs: SWEEP_EVERY_MS,
    step: () => sweep(context),
    signal: stopping.signal,
  });
<<<<<<< HEAD
  const preparing = repeat(context, {
    name: 'prepare months',
    everyMs: PREPARE_MONTHS_EVERY_MS,
    step: () => prepareMonths(context),
=======
  const sweepingSimulations = repeat(context, {
    name: 'sweep-simulations',
    everyMs: SWEEP_EVERY_MS,
    step: () => sweepSimulations(context),
>>>>>>> 2e77b14 (Simulations: what a draft would have made of stored sheets, replayed family by family on all workers)
    signal: stopping.signal,
  });
  return {
    async stop() {
      stopping.abort();
<<<<<<< HEAD
      await Promise.all([sweeping, preparing]);
      await worker.close();
=======
      await Promise.all([sweeping, sweepingSimulations]);
      await Promise.all([worker.close(), simulating.close()]);
>>>>>>> 2e77b14 (Simulations: what a draft would have made of stored sheets, replayed family by family on all workers)
    },
  };
}
