import type { JobsOptions, Queue } from 'bullmq';
import { bounded } from './bounded.ts';
import type { JobDefinition } from './job-definition.ts';
import { type Connected, connectQueue, type QueueSettings } from './queue-connection.ts';

/** One ring of the doorbell: what to do, and for the how-manieth time it is asked for. */
export interface Ring<Payload> {
  readonly payload: Payload;
  readonly ring: number;
}

/** How many jobs are in which state, for the metrics. */
export interface QueueDepth {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

export interface JobQueue<Payload> {
  /**
   * Adds the jobs that are not there yet. Within 2 s it is done or fails with `queue-unavailable`;
   * then some of them may have been added, and adding them again is harmless.
   */
  add(rings: readonly Ring<Payload>[]): Promise<void>;
  depth(): Promise<QueueDepth>;
  close(): Promise<void>;
}

/** Under the 2 s that a caller is promised. */
const redisLimitMs = 1_800;
/** The first use may create BullMQ's schema. */
const postgresLimitMs = 15_000;
/** A server that answers does so at once. */
const closeLimitMs = 1_000;

/**
 * The producer's end of a job's queue. Connects at its first use, and anew after a failed start, so
 * a process may start while the server is away.
 */
export function openQueue<Payload>(
  settings: QueueSettings,
  job: JobDefinition<Payload>,
): JobQueue<Payload> {
  const limitMs = settings.kind === 'redis' ? redisLimitMs : postgresLimitMs;
  const connection = reconnecting(settings, job.name);
  return {
    async add(rings) {
      if (rings.length === 0) return;
      const jobs = rings.map((ring) => jobOf(job, ring));
      await bounded(limitMs, async () => (await connection.ready()).addBulk(jobs));
    },
    depth: () =>
      bounded(limitMs, async () => {
        const queue = await connection.ready();
        const counts = await queue.getJobCounts('wait', 'active', 'delayed', 'failed');
        const { wait = 0, active = 0, delayed = 0, failed = 0 } = counts;
        return { waiting: wait, active, delayed, failed };
      }),
    close: () => connection.close(),
  };
}

/** A ring as BullMQ takes it. */
export function jobOf<Payload>(job: JobDefinition<Payload>, { payload, ring }: Ring<Payload>) {
  const { attempts, backoffMs, keepFailed } = job.retries;
  const opts: JobsOptions = {
    jobId: job.jobId(payload, ring),
    attempts,
    backoff: { type: 'exponential', delay: backoffMs, jitter: 0.5 },
    // Postgres knows what was done; nothing may grow here.
    removeOnComplete: true,
    removeOnFail: { age: keepFailed.ageSeconds, count: keepFailed.count },
  };
  return { name: job.name, data: job.payload.parse(payload), opts };
}

/** BullMQ remembers a failed first connection for good, so a queue that failed so is replaced. */
function reconnecting(settings: QueueSettings, name: string) {
  let current: OpenedQueue | undefined;
  return {
    async ready(): Promise<Queue> {
      current ??= connect(settings, name);
      const opened = current;
      try {
        await opened.ready;
        return opened.queue.end;
      } catch (error) {
        if (current === opened) current = undefined;
        await close(opened);
        throw error;
      }
    },
    async close(): Promise<void> {
      const opened = current;
      current = undefined;
      if (opened !== undefined) await close(opened);
    },
  };
}

interface OpenedQueue {
  readonly queue: Connected<Queue>;
  readonly ready: Promise<unknown>;
}

function connect(settings: QueueSettings, name: string): OpenedQueue {
  // BullMQ's event stream is for watchers that we do not have.
  const queue = connectQueue(settings, name, { streams: { events: { maxLen: 100 } } });
  // Each failure reaches the caller of `add`; without a listener it would end the process.
  queue.end.on('error', () => undefined);
  return { queue, ready: queue.end.waitUntilReady() };
}

async function close({ queue }: OpenedQueue): Promise<void> {
  await bounded(closeLimitMs, () => queue.end.close()).catch(() => queue.sever());
}
