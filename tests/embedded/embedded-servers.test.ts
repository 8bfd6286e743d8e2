import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import {
  type EmbeddedServers,
  type EmbeddedServersOptions,
  startEmbeddedServers,
} from '#src/embedded/embedded-servers.ts';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { describeOnRedis } from '#tests/harness/test-queue.ts';

const nowhere = '/nonexistent';

let place: TemporaryFolder;
let servers: EmbeddedServers | undefined;

beforeEach(() => {
  place = temporaryFolder('servers');
});

afterEach(async () => {
  await servers?.stop();
  servers = undefined;
  place.remove();
});

async function start(options: Omit<EmbeddedServersOptions, 'folder'>): Promise<EmbeddedServers> {
  servers = await startEmbeddedServers({ folder: place.path, ...options });
  return servers;
}

describe('embedded servers', () => {
  test('queue in their Postgres when there is no Redis on the PATH', async () => {
    const { queue, databaseUrl, describe: said } = await start({ searchPath: nowhere });
    expect(queue).toEqual({ kind: 'postgres', url: databaseUrl });
    expect(said()).toMatch(/^Database: own PostgreSQL 18\.\d+ on port \d+, .*\nQueue: BullMQ in/);
    expect(said()).not.toContain(new URL(databaseUrl).password);
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
  });

  test('start nothing where everything is named', async () => {
    const databaseUrl = inject('postgresUrl');
    const { queue, describe: said } = await start({
      databaseUrl,
      redisUrl: 'redis://:secret@redis.example:6379/3',
    });
    expect(queue).toEqual({ kind: 'redis', url: 'redis://:secret@redis.example:6379/3' });
    expect(said()).toBe(
      `Database: DATABASE_URL (${new URL(databaseUrl).host})\n` +
        'Queue: BullMQ on REDIS_URL (redis.example:6379)',
    );
  });

  test('queue in Postgres when that is forced, whatever Redis there is', async () => {
    const databaseUrl = inject('postgresUrl');
    const redisUrl = 'redis://redis.example:6379';
    const { queue } = await start({ databaseUrl, redisUrl, queueBackend: 'postgres' });
    expect(queue).toEqual({ kind: 'postgres', url: databaseUrl });
  });

  test('can be joined by another process, which leaves them running', async () => {
    const { databaseUrl, queue } = await start({});
    const guest = await startEmbeddedServers({ folder: place.path, join: true });
    expect(guest.databaseUrl).toBe(databaseUrl);
    expect(guest.queue).toEqual(queue);
    expect(guest.describe()).toContain('the PostgreSQL of a running process');
    await guest.stop();
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.end();
    await expect(startEmbeddedServers({ folder: place.path })).rejects.toThrow('already runs');
  });

  test('are joined with the queue that their owner took', async () => {
    const { queue } = await start({ queueBackend: 'postgres' });
    const guest = await startEmbeddedServers({ folder: place.path, join: true });
    expect(guest.queue).toEqual(queue);
  });

  test('refuse a forced Redis that is nowhere, and say what to do', async () => {
    const databaseUrl = inject('postgresUrl');
    await expect(
      start({ databaseUrl, queueBackend: 'redis', searchPath: nowhere }),
    ).rejects.toMatchObject({
      code: 'configuration-invalid',
      message: expect.stringContaining('set REDIS_URL'),
    });
  });
});

describeOnRedis('embedded servers with a redis-server on the PATH', () => {
  test('queue in a private one', async () => {
    const { queue, describe: said } = await start({ databaseUrl: inject('postgresUrl') });
    expect(queue.kind).toBe('redis');
    expect(said()).toMatch(/\nQueue: BullMQ on an own \S*(redis|valkey)-server on port \d+, /);
    expect(said()).not.toContain(new URL(queue.url).password);
  });
});
