import type { Context } from '#src/context.ts';
import type { Adjudicate } from '#src/pipeline/adjudicate/decide-sheets.ts';
import { prepareMonths } from '#src/pipeline/sweep/prepare-months.ts';
import { sweep } from '#src/pipeline/sweep/sweep.ts';
import { openAdjudicateWorker } from './adjudicate-worker.ts';
import { repeat } from './repeat.ts';

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
  const sweeping = repeat(context, {
    name: 'sweep',
    everyMs: SWEEP_EVERY_MS,
    step: () => sweep(context),
    signal: stopping.signal,
  });
  const preparing = repeat(context, {
    name: 'prepare months',
    everyMs: PREPARE_MONTHS_EVERY_MS,
    step: () => prepareMonths(context),
    signal: stopping.signal,
  });
  return {
    async stop() {
      stopping.abort();
      await Promise.all([sweeping, preparing]);
      await worker.close();
    },
  };
}
