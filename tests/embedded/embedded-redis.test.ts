import { statSync } from 'node:fs';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedRedis, startEmbeddedRedis } from '#src/embedded/embedded-redis.ts';
import { runsWith } from '#src/embedded/running-process.ts';
import { checkRedis } from '#src/queues/check-redis.ts';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { describeOnRedis } from '#tests/harness/test-queue.ts';

let place: TemporaryFolder;
let started: EmbeddedRedis[];

beforeEach(() => {
  place = temporaryFolder('embedded');
  started = [];
});

afterEach(async () => {
  for (const redis of started) await redis.stop();
  place.remove();
});

async function start(name = 'redis'): Promise<EmbeddedRedis> {
  const redis = await startEmbeddedRedis({ folder: `${place.path}/${name}` });
  if (redis === undefined) throw new Error('there is a redis-server, but none was started');
  started.push(redis);
  return redis;
}

async function ask(url: string, command: string, ...args: string[]): Promise<unknown> {
  const redis = new Redis(url, { retryStrategy: () => null, lazyConnect: true });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await redis.call(command, ...args);
  } finally {
    redis.disconnect();
  }
}

describeOnRedis('an embedded Redis', () => {
  test('is one that the product accepts', async () => {
    const redis = await start();
    await checkRedis(redis.url);
    expect(await ask(redis.url, 'CONFIG', 'GET', 'appendfsync')).toEqual([
      'appendfsync',
      'everysec',
    ]);
    expect(await ask(redis.url, 'CONFIG', 'GET', 'bind')).toEqual(['bind', '127.0.0.1']);
  });

  test('asks for its password, which no command line shows', async () => {
    const redis = await start();
    const { password, port } = new URL(redis.url);
    await expect(checkRedis(`redis://127.0.0.1:${port}`)).rejects.toThrow('NOAUTH');
    expect(runsWith(redis.pid, password)).toBe(false);
    expect(statSync(`${redis.folder}/redis.conf`).mode & 0o777).toBe(0o600);
  });

  test('keeps its data for the next start on the same folder', async () => {
    const first = await start();
    await ask(first.url, 'SET', 'kept', '42');
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'GET', 'kept')).toBe('42');
  });

  test('is gone after stop, however often that is called', async () => {
    const redis = await start();
    expect(runsWith(redis.pid, place.path)).toBe(true);
    await Promise.all([redis.stop(), redis.stop()]);
    expect(runsWith(redis.pid, place.path)).toBe(false);
  });

  test('runs beside another one, but not on the same folder', async () => {
    const [one, two] = [await start('one'), await start('two')];
    expect(one.port).not.toBe(two.port);
    await expect(start('one')).rejects.toThrow(`process ${one.pid}`);
    expect(await ask(one.url, 'PING')).toBe('PONG');
  });

  test.runIf(process.getuid?.() === 0)('does not run as root', async () => {
    const redis = await start();
    expect(statSync(`/proc/${redis.pid}`).uid).not.toBe(0);
  });
});
