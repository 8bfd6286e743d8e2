import type { Context } from '#src/context.ts';
import type { Adjudicate } from '#src/pipeline/adjudicate/decide-sheets.ts';
import { sweepSimulations } from '#src/pipeline/simulate/sweep-simulations.ts';
import { prepareMonths } from '#src/pipeline/sweep/prepare-months.ts';
import { sweep } from '#src/pipeline/sweep/sweep.ts';
import type { JobWorker } from '#src/queues/open-worker.ts';
import { openAdjudicateWorker } from './adjudicate-worker.ts';
import { repeat } from './repeat.ts';
import { openSimulateWorker } from './simulate-worker.ts';

const SWEEP_EVERY_MS = 1_000;
const PREPARE_MONTHS_EVERY_MS = 6 * 3_600_000;

export interface Workers {
  /** Takes nothing new, ends what is at work, then resolves. */
  stop(): Promise<void>;
}

/** What a worker process does; by itself both. */
export const WORK = ['decisions', 'simulations'] as const;
export type Work = (typeof WORK)[number];

export interface WorkerOptions {
  /** The one kind of work that this process does. */
  readonly only?: Work | undefined;
  /** The engine, for tests. */
  readonly decide?: Adjudicate | undefined;
}

/** Starts all that one worker process does. */
export async function startWorkers(
  context: Context,
  { only, decide }: WorkerOptions = {},
): Promise<Workers> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const started: Started[] = [];
  if (only !== 'simulations') started.push(await startDecisions(context, { signal, decide }));
  if (only !== 'decisions') started.push(await startSimulations(context, { signal, decide }));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(started.flatMap(({ repeated }) => repeated));
      await Promise.all(started.map(({ worker }) => worker.close()));
    },
  };
}

interface Started {
  readonly worker: JobWorker;
  /** Ended when they are told to stop. */
  readonly repeated: readonly Promise<void>[];
}

interface Run {
  readonly signal: AbortSignal;
  readonly decide: Adjudicate | undefined;
}

async function startDecisions(context: Context, { signal, decide }: Run): Promise<Started> {
  const worker = await openAdjudicateWorker(context, decide);
  const repeated = [
    repeat(context, {
      ...{ name: 'sweep', everyMs: SWEEP_EVERY_MS, signal },
      step: () => sweep(context),
    }),
    repeat(context, {
      ...{ name: 'prepare months', everyMs: PREPARE_MONTHS_EVERY_MS, signal },
      step: () => prepareMonths(context),
    }),
  ];
  return { worker, repeated };
}

async function startSimulations(context: Context, { signal, decide }: Run): Promise<Started> {
  const worker = await openSimulateWorker(context, { signal, decide });
  const repeated = [
    repeat(context, {
      ...{ name: 'sweep simulations', everyMs: SWEEP_EVERY_MS, signal },
      step: () => sweepSimulations(context),
    }),
  ];
  return { worker, repeated };
}
