import { Queue, Worker } from 'bullmq';
import type { Bench } from '../bench.ts';
import { monotonic } from '../measure/monotonic.ts';
import { repeat } from '../measure/repeat.ts';

const JOBS = 20_000;
const BATCH = 1_000;

/** Jobs a second that BullMQ hands to a worker which does nothing, on the bench's Redis. */
export function bullNoOpRate(bench: Bench): Promise<readonly number[]> {
  return bench.limit('bullmq', async () => {
    const connection = { url: bench.servers.redis.url, maxRetriesPerRequest: null };
    await drain(connection, BATCH);
    return repeat(Math.max(3, bench.options.repetitions), () => drain(connection, JOBS));
  });
}

async function drain(
  connection: { url: string; maxRetriesPerRequest: null },
  count: number,
): Promise<number> {
  const name = `bench-no-op-${monotonic()}`;
  const queue = new Queue(name, { connection });
  const worker = new Worker(name, async () => undefined, {
    ...{ connection, concurrency: 50, autorun: false },
    removeOnComplete: { count: 0 },
  });
  for (let added = 0; added < count; added += BATCH) {
    await queue.addBulk(
      Array.from({ length: BATCH }, (_, index) => ({ name: 'job', data: { id: added + index } })),
    );
  }
  let done = 0;
  const startedAt = monotonic();
  const drained = new Promise<void>((resolve) => {
    worker.on('completed', () => {
      done += 1;
      if (done === count) resolve();
    });
  });
  void worker.run();
  await drained;
  const seconds = (monotonic() - startedAt) / 1000;
  await worker.close();
  await queue.obliterate({ force: true });
  await queue.close();
  return count / seconds;
}
