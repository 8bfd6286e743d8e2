import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#src/embedded/embedded-postgres.ts';
import { adjudicateJob } from '#src/queues/adjudicate-job.ts';
import { openQueue } from '#src/queues/open-queue.ts';
import { openWorker } from '#src/queues/open-worker.ts';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { until } from '#tests/harness/until.ts';

describe('a Postgres that holds the queue', () => {
  let place: TemporaryFolder;
  let postgres: EmbeddedPostgres;

  beforeAll(async () => {
    place = temporaryFolder('postgres-away');
    postgres = await startEmbeddedPostgres({ folder: `${place.path}/postgres`, fsync: false });
  });

  afterAll(async () => {
    await postgres.stop();
    place.remove();
  });

  test('serves the same producer and the same worker again after a restart', async () => {
    const settings = { kind: 'postgres', url: postgres.url } as const;
    const queue = openQueue(settings, adjudicateJob);
    const add = (chunkId: string) => queue.add([{ payload: { chunkId }, ring: 1 }]);
    const done: string[] = [];
    const worker = await openWorker(settings, {
      job: adjudicateJob,
      concurrency: 1,
      process: async ({ chunkId }) => void done.push(chunkId),
      isFinal: () => false,
      onError: () => undefined,
    });
    await add('1');
    await until(() => done.includes('1'));
    await postgres.stop();
    await expect(add('2')).rejects.toMatchObject({ code: 'queue-unavailable' });
    const { folder, port } = postgres;
    postgres = await startEmbeddedPostgres({ folder, port, fsync: false });
    await add('3');
    await until(() => done.includes('3'));
    await worker.close();
    await queue.close();
  });

  test('may cut connections in use, and no process ends of it', async () => {
    const settings = { kind: 'postgres', url: postgres.url } as const;
    const queue = openQueue(settings, adjudicateJob);
    const superuser = new Client({ connectionString: postgres.url });
    await superuser.connect();
    for (let cut = 0; cut < 60; cut += 1) {
      // Whether it got through does not matter: a queue that failed is rung again.
      const adding = queue
        .add([{ payload: { chunkId: String(cut + 1) }, ring: 2 }])
        .catch(() => undefined);
      await superuser.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'tasfiya queue'`,
      );
      await adding;
    }
    await until(() => wasAdded(queue.add([{ payload: { chunkId: '100' }, ring: 2 }])));
    expect((await queue.depth()).waiting).toBeGreaterThan(0);
    await superuser.end();
    await queue.close();
  });
});

function wasAdded(adding: Promise<void>): Promise<boolean> {
  return adding.then(
    () => true,
    () => false,
  );
}
