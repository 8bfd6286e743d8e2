import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedRedis, startEmbeddedRedis } from '#src/embedded/embedded-redis.ts';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { createTestDatabase } from '#tests/harness/test-database.ts';
import { describeOnRedis } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';
import { expectWhole, untilQuiet } from './expect-whole.ts';
import { faultSheet } from './fault-world.ts';
import { type FaultBench, openBenchOn } from './open-fault-bench.ts';

const SHEETS = 200;
const sheets = Array.from({ length: SHEETS }, (_, index) => faultSheet(index));

describeOnRedis('a Redis in mid-run', () => {
  let folder: TemporaryFolder;
  let redis: EmbeddedRedis;
  let bench: FaultBench;

  beforeEach(async () => {
    folder = temporaryFolder('redis');
    redis = await startRedis();
    const database = await createTestDatabase();
    bench = await openBenchOn(
      { databaseUrl: database.url, queue: { kind: 'redis', url: redis.url } },
      () => database.drop(),
    );
  });

  afterEach(async () => {
    await bench.close();
    await redis.stop();
    folder.remove();
  });

  async function startRedis(port?: number): Promise<EmbeddedRedis> {
    const started = await startEmbeddedRedis({
      folder: `${folder.path}/redis`,
      ...(port === undefined ? {} : { port }),
    });
    if (started === undefined) throw new Error('no redis-server');
    return started;
  }

  async function flush(): Promise<void> {
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
  }

  test('that is flushed again and again loses nothing and doubles nothing', async () => {
    const worker = await bench.startWorker();
    const sending = bench.send(sheets);
    let isSending = true;
    const flushing = (async () => {
      while (isSending) await flush();
    })();
    await sending;
    isSending = false;
    await flushing;
    await flush();
    await untilQuiet(bench.context);
    await expectWhole(bench.context, bench.acknowledged);
    expect(bench.acknowledged.size).toBe(SHEETS);
    expect(await worker.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  });

  test('that loses all jobs before a worker comes is rung again by the sweeper', async () => {
    await bench.send(sheets);
    await flush();
    await bench.startWorker();
    await untilQuiet(bench.context);
    await expectWhole(bench.context, bench.acknowledged);
  });

  test('that is away keeps nobody from sending, and all is decided when it is back', async () => {
    const worker = await bench.startWorker();
    const { port } = redis;
    await redis.stop();
    await bench.send(sheets);
    expect(bench.acknowledged.size).toBe(SHEETS);
    redis = await startRedis(port);
    await untilQuiet(bench.context);
    await expectWhole(bench.context, bench.acknowledged);
    expect(await worker.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  });

  test('that is frozen and goes on delivers nothing twice', async () => {
    await bench.startWorker();
    const sending = bench.send(sheets);
    await until(() => bench.acknowledged.size > 20);
    process.kill(redis.pid, 'SIGSTOP');
    try {
      await sending;
    } finally {
      process.kill(redis.pid, 'SIGCONT');
    }
    await untilQuiet(bench.context);
    await expectWhole(bench.context, bench.acknowledged);
  });
});
