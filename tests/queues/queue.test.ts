import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { AppError } from '#src/errors.ts';
import { adjudicateJob } from '#src/queues/adjudicate-job.ts';
import { type JobQueue, openQueue } from '#src/queues/open-queue.ts';
import { type Delivery, type JobWorker, openWorker } from '#src/queues/open-worker.ts';
import { connectQueue } from '#src/queues/queue-connection.ts';
import { spawnProcess } from '#tests/harness/spawn-process.ts';
import { describeOnEachQueue, startTestQueue, type TestQueue } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';

type Payload = { chunkId: string };

describeOnEachQueue('a job of adjudication', (kind) => {
  let server: TestQueue;
  let queue: JobQueue<Payload>;
  let worker: JobWorker | undefined;
  let nextChunk = 1;
  const errors: { message: string; delivery: Delivery | undefined }[] = [];

  beforeAll(async () => {
    server = await startTestQueue(kind);
    queue = openQueue(server.settings, adjudicateJob);
  });

  afterEach(async () => {
    await worker?.close();
    worker = undefined;
    errors.length = 0;
  });

  afterAll(async () => {
    await queue.close();
    await server.stop();
  });

  function chunk(): Payload {
    return { chunkId: String(nextChunk++) };
  }

  async function work(process: (payload: Payload, delivery: Delivery) => Promise<void>) {
    worker = await openWorker(server.settings, {
      job: adjudicateJob,
      concurrency: 2,
      process,
      isFinal: (error) => error instanceof AppError && !error.retryable,
      onError: ({ message }, delivery) => errors.push({ message, delivery }),
    });
  }

  test('goes from the producer to the worker, once, and leaves nothing behind', async () => {
    const [one, two] = [chunk(), chunk()];
    const done: Payload[] = [];
    await queue.add([
      { payload: one, ring: 1 },
      { payload: two, ring: 1 },
    ]);
    await queue.add([{ payload: one, ring: 1 }]);
    expect(await queue.depth()).toEqual({ waiting: 2, active: 0, delayed: 0, failed: 0 });
    await work(async (payload) => {
      done.push(payload);
    });
    await until(() => done.length >= 2);
    await until(async () => (await queue.depth()).active === 0);
    expect(done).toEqual([one, two]);
    expect(await queue.depth()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
    expect(errors).toEqual([]);
  });

  test('is tried again after an error that may pass', async () => {
    const payload = chunk();
    const attempts: number[] = [];
    await work(async (_, { attempt }) => {
      attempts.push(attempt);
      if (attempts.length < 3) throw new AppError('database-unavailable', 'away for a moment');
    });
    await queue.add([{ payload, ring: 1 }]);
    await until(() => attempts.length === 3);
    expect(attempts).toEqual([1, 2, 3]);
    expect(errors.map(({ message }) => message)).toEqual([
      'away for a moment',
      'away for a moment',
    ]);
    expect(errors[0]?.delivery).toEqual({ jobId: `adjudicate-${payload.chunkId}-1`, attempt: 1 });
  });

  test('is given up after an error that is final, and can be rung again', async () => {
    const payload = chunk();
    const runs: string[] = [];
    await work(async (_, { jobId }) => {
      runs.push(jobId);
      if (runs.length === 1) throw new AppError('not-found', 'no such chunk');
    });
    await queue.add([{ payload, ring: 1 }]);
    await until(async () => (await queue.depth()).failed === 1);
    await queue.add([{ payload, ring: 1 }]);
    await queue.add([{ payload, ring: 2 }]);
    await until(() => runs.length === 2);
    expect(runs).toEqual([1, 2].map((ring) => `adjudicate-${payload.chunkId}-${ring}`));
  });

  test('keeps the words of an error out of the server', async () => {
    const payload = chunk();
    await work(async () => {
      throw new AppError('not-found', 'insured BK123456 is not there');
    });
    const before = (await queue.depth()).failed;
    await queue.add([{ payload, ring: 1 }]);
    await until(async () => (await queue.depth()).failed === before + 1);
    const raw = connectQueue(server.settings, adjudicateJob.name).end;
    const job = await raw.getJob(`adjudicate-${payload.chunkId}-1`);
    await raw.close();
    expect(job?.failedReason).toBe('not-found');
    expect(JSON.stringify(job)).not.toContain('BK123456');
    expect(errors.map(({ message }) => message)).toEqual(['insured BK123456 is not there']);
  });

  test('of somebody else is refused without being run', async () => {
    const runs: unknown[] = [];
    await work(async (payload) => {
      runs.push(payload);
    });
    const before = (await queue.depth()).failed;
    const raw = connectQueue(server.settings, adjudicateJob.name).end;
    await raw.add('adjudicate', { chunkId: '7; drop table', more: true }, { attempts: 5 });
    await until(async () => (await queue.depth()).failed === before + 1);
    await raw.close();
    expect(runs).toEqual([]);
    expect(errors.map(({ message }) => message)).toEqual(['Not a job of adjudicate.']);
  });

  test('that a killed worker held is delivered to another one', async () => {
    const payload = chunk();
    const victim = spawnProcess({
      args: ['tests/queues/hold-a-job.ts', JSON.stringify(server.settings)],
    });
    await victim.waitFor(/ready/);
    await queue.add([{ payload, ring: 1 }]);
    await victim.waitFor(new RegExp(`holds ${payload.chunkId} `));
    await victim.kill('SIGKILL');
    const deliveries: [Payload, number][] = [];
    await work(async (delivered, { attempt }) => {
      deliveries.push([delivered, attempt]);
    });
    await until(() => deliveries.length > 0);
    expect(deliveries).toEqual([[payload, 2]]);
  });

  test('at work when its worker closes is finished first', async () => {
    const payload = chunk();
    let finish: () => void = () => undefined;
    const events: string[] = [];
    await work(async () => {
      events.push('started');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      events.push('finished');
    });
    await queue.add([{ payload, ring: 1 }]);
    await until(() => events.length === 1);
    const closing = worker?.close().then(() => events.push('closed'));
    finish();
    await closing;
    expect(events).toEqual(['started', 'finished', 'closed']);
    expect((await queue.depth()).active).toBe(0);
  });

  test('whose payload is not one is not added', async () => {
    await expect(queue.add([{ payload: { chunkId: '-1' }, ring: 1 }])).rejects.toThrow(ZodError);
  });
});
