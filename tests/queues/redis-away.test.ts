import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedRedis, startEmbeddedRedis } from '#src/embedded/embedded-redis.ts';
import { adjudicateJob } from '#src/queues/adjudicate-job.ts';
import { checkRedis } from '#src/queues/check-redis.ts';
import { type JobQueue, openQueue } from '#src/queues/open-queue.ts';
import { openWorker } from '#src/queues/open-worker.ts';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { describeOnRedis } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';

describeOnRedis('a Redis', () => {
  let place: TemporaryFolder;
  let redis: EmbeddedRedis;
  let queue: JobQueue<{ chunkId: string }>;

  beforeEach(async () => {
    place = temporaryFolder('redis');
    redis = await start();
    queue = openQueue({ kind: 'redis', url: redis.url }, adjudicateJob);
  });

  afterEach(async () => {
    await queue.close();
    await redis.stop();
    place.remove();
  });

  async function start(port?: number): Promise<EmbeddedRedis> {
    const started = await startEmbeddedRedis({
      folder: `${place.path}/redis`,
      ...(port === undefined ? {} : { port }),
    });
    if (started === undefined) throw new Error('no redis-server');
    return started;
  }

  function add(chunkId: string): Promise<void> {
    return queue.add([{ payload: { chunkId }, ring: 1 }]);
  }

  test('that is gone makes an add fail rather than hang, and the close end', async () => {
    await add('1');
    await redis.stop();
    await expect(add('2')).rejects.toMatchObject({ code: 'queue-unavailable', retryable: true });
    await expect(queue.depth()).rejects.toMatchObject({ code: 'queue-unavailable' });
    await queue.close();
  });

  test('that was never there makes an add fail rather than hang', async () => {
    await redis.stop();
    await expect(add('1')).rejects.toMatchObject({ code: 'queue-unavailable' });
    await expect(add('1')).rejects.toMatchObject({ code: 'queue-unavailable' });
  });

  test('that is frozen makes an add fail rather than hang', async () => {
    await add('1');
    process.kill(redis.pid, 'SIGSTOP');
    try {
      await expect(add('2')).rejects.toMatchObject({ code: 'queue-unavailable' });
      await queue.close();
    } finally {
      process.kill(redis.pid, 'SIGCONT');
    }
  });

  test('that comes back serves the same producer and the same worker again', async () => {
    const done: string[] = [];
    const worker = await openWorker(
      { kind: 'redis', url: redis.url },
      {
        job: adjudicateJob,
        concurrency: 1,
        process: async ({ chunkId }) => void done.push(chunkId),
        isFinal: () => false,
        onError: () => undefined,
      },
    );
    await add('1');
    await until(() => done.includes('1'));
    await redis.stop();
    await expect(add('2')).rejects.toMatchObject({ code: 'queue-unavailable' });
    redis = await start(redis.port);
    await until(() =>
      add('3').then(
        () => true,
        () => false,
      ),
    );
    await until(() => done.includes('3'));
    await worker.close();
  });

  test('that is gone lets a worker close', async () => {
    let finish: () => void = () => undefined;
    const events: string[] = [];
    const worker = await openWorker(
      { kind: 'redis', url: redis.url },
      {
        job: adjudicateJob,
        concurrency: 1,
        process: () => {
          events.push('started');
          return new Promise((resolve) => {
            finish = resolve;
          });
        },
        isFinal: () => false,
        onError: () => undefined,
      },
    );
    await add('1');
    await until(() => events.length === 1);
    await redis.stop();
    finish();
    await worker.close();
  });

  test('that would evict jobs is refused, and the setting named', async () => {
    await checkRedis(redis.url);
    await command(redis.url, 'CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
    await expect(checkRedis(redis.url)).rejects.toMatchObject({
      code: 'server-unsuitable',
      message: expect.stringMatching(/allkeys-lru.*CONFIG SET maxmemory-policy noeviction/),
    });
  });

  test('that cannot be asked is named without its password', async () => {
    await redis.stop();
    const refusal = await checkRedis(redis.url).catch((error: Error) => error.message);
    expect(refusal).toContain(`127.0.0.1:${redis.port} cannot be asked`);
    expect(refusal).toContain('ECONNREFUSED');
    expect(refusal).not.toContain(new URL(redis.url).password);
  });
});

async function command(url: string, name: string, ...args: string[]): Promise<void> {
  const client = new Redis(url);
  await client.call(name, ...args);
  client.disconnect();
}
