import { adjudicateJob } from '#src/queues/adjudicate-job.ts';
import { openWorker } from '#src/queues/open-worker.ts';

/** A process for `queue.test.ts` to kill while it is at work. */
await openWorker(JSON.parse(process.argv[2] ?? ''), {
  job: adjudicateJob,
  concurrency: 1,
  process: ({ chunkId }) => {
    process.stdout.write(`holds ${chunkId} \n`);
    return new Promise(() => undefined);
  },
  isFinal: () => false,
  onError: () => undefined,
});
process.stdout.write('ready\n');
