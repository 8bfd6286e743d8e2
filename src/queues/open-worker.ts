import { type Job, UnrecoverableError, type Worker } from 'bullmq';
import { AppError } from '#src/errors.ts';
import { bounded } from './bounded.ts';
import type { JobDefinition } from './job-definition.ts';
import { type Connected, connectWorker, type QueueSettings } from './queue-connection.ts';

export interface WorkerWork<Payload> {
  readonly job: JobDefinition<Payload>;
  /** How many jobs at once in this process. */
  readonly concurrency: number;
  /** Does the work. What it throws is tried again after a while, unless `isFinal`. */
  readonly process: (payload: Payload, delivery: Delivery) => Promise<void>;
  /** Whether trying again is useless after that error. */
  readonly isFinal: (error: unknown) => boolean;
  /** Told of each failed attempt, and of each trouble with the server. Must not throw. */
  readonly onError: (error: Error, delivery?: Delivery) => void;
}

/** Which delivery of a job it is: for logs, and for counting crashes. */
export interface Delivery {
  readonly jobId: string;
  /** From 1, and counting the runs that ended with their process. */
  readonly attempt: number;
}

export interface JobWorker {
  /** Takes no further job, waits for those at work, then lets the connections go. */
  close(): Promise<void>;
}

/**
 * A worker renews its lock every 2.5 s. One that died is noticed after 5 s without renewal, plus at
 * most 5 s until the next check: a chunk takes far less, and a double run is harmless.
 */
const lockDurationMs = 5_000;
const stalledCheckMs = 5_000;
/** How many processes a job may take down before BullMQ gives it up; the sweeper rings anew. */
const maxStalledCount = 3;
/** After a command that failed because the server is away; BullMQ's 15 s delay its return. */
const retryAfterMs = 1_000;
const readyLimitMs = 30_000;
/** For giving back connections to a server that is away. */
const closeLimitMs = 5_000;

/** Errors that `onError` was told of already. */
const reported = new WeakSet<Error>();

/** The consumer's end of a job's queue, at work when it resolves. */
export async function openWorker<Payload>(
  settings: QueueSettings,
  work: WorkerWork<Payload>,
): Promise<JobWorker> {
  const atWork = new Set<Promise<void>>();
  const connected = connectWorker(settings, work.job.name, {
    processor: (job) => {
      const done = deliver(work, job);
      const settled = done.catch(() => undefined).finally(() => atWork.delete(settled));
      atWork.add(settled);
      return done;
    },
    options: {
      autorun: false,
      concurrency: work.concurrency,
      lockDuration: lockDurationMs,
      stalledInterval: stalledCheckMs,
      maxStalledCount,
      runRetryDelay: retryAfterMs,
    },
  });
  const worker = connected.end;
  worker.on('error', (error) => work.onError(error));
  worker.on('failed', (job, error) => {
    // Without an attempt of ours it is BullMQ that gave up, after too many dead processes.
    if (!reported.has(error)) work.onError(error, job && deliveryOf(job));
  });
  try {
    await bounded(readyLimitMs, () => worker.waitUntilReady());
  } catch (error) {
    connected.sever();
    throw error;
  }
  worker.run().catch((error: Error) => work.onError(error));
  return { close: () => closeWorker(connected, atWork) };
}

async function deliver<Payload>(work: WorkerWork<Payload>, job: Job): Promise<void> {
  const delivery = deliveryOf(job);
  const payload = work.job.payload.safeParse(job.data);
  if (!payload.success) {
    work.onError(new AppError('input-invalid', `Not a job of ${work.job.name}.`), delivery);
    throw withoutDetails('input-invalid', true);
  }
  try {
    await work.process(payload.data, delivery);
  } catch (error) {
    work.onError(error instanceof Error ? error : new Error(String(error)), delivery);
    throw withoutDetails(error instanceof AppError ? error.code : 'failed', work.isFinal(error));
  }
}

function deliveryOf(job: Job): Delivery {
  return { jobId: job.id ?? '', attempt: job.attemptsStarted };
}

/**
 * What BullMQ stores with a failed job. Messages of a database may quote a row, and no health data
 * goes into Redis: the error itself is for `onError`.
 */
function withoutDetails(code: string, final: boolean): Error {
  const error = final ? new UnrecoverableError(code) : new Error(code);
  error.stack = '';
  reported.add(error);
  return error;
}

async function closeWorker(
  worker: Connected<Worker>,
  atWork: ReadonlySet<Promise<void>>,
): Promise<void> {
  const closed = worker.end.close();
  await Promise.all(atWork);
  // The work is done and committed; what remains is to tell the server, which may be away.
  await bounded(closeLimitMs, () => closed).catch(() => worker.sever());
}
