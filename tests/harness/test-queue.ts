import { describe } from 'vitest';
import { startEmbeddedRedis } from '#src/embedded/embedded-redis.ts';
import { redisProgram } from '#src/embedded/redis-program.ts';
import { serverAccount } from '#src/embedded/server-account.ts';
import type { QueueSettings } from '#src/queues/queue-connection.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { createTestDatabase } from './test-database.ts';

export type QueueKind = QueueSettings['kind'];

export interface TestQueue {
  readonly settings: QueueSettings;
  /** Ends the private server, or drops the database. */
  stop(): Promise<void>;
}

/** The back ends that can be tested on this machine. */
export function queueBackends(): QueueKind[] {
  return hasRedis() ? ['redis', 'postgres'] : ['postgres'];
}

/** The tests of the body once a back end; those of an absent Redis count as skipped, aloud. */
export function describeOnEachQueue(title: string, body: (kind: QueueKind) => void): void {
  for (const kind of ['redis', 'postgres'] as const) {
    describe.runIf(queueBackends().includes(kind))(`${title}, on ${kind}`, () => body(kind));
  }
}

/** Tests that only Redis can be put to. */
export function describeOnRedis(title: string, body: () => void): void {
  describe.runIf(hasRedis())(title, body);
}

/** A queue of its own for a test file. */
export function startTestQueue(kind: QueueKind): Promise<TestQueue> {
  return kind === 'redis' ? startRedis() : startPostgres();
}

async function startRedis(): Promise<TestQueue> {
  const folder = temporaryFolder('redis');
  const redis = await startEmbeddedRedis({ folder: `${folder.path}/redis` });
  if (redis === undefined) throw new Error(why);
  return {
    settings: { kind: 'redis', url: redis.url },
    async stop() {
      await redis.stop();
      folder.remove();
    },
  };
}

async function startPostgres(): Promise<TestQueue> {
  const database = await createTestDatabase({ template: 'template1' });
  return { settings: { kind: 'postgres', url: database.url }, stop: () => database.drop() };
}

const why = 'No redis-server or valkey-server of 6.2 or later is on the PATH.';
let redisKnown: boolean | undefined;

function hasRedis(): boolean {
  if (redisKnown === undefined) {
    redisKnown = redisProgram(serverAccount()) !== undefined;
    if (!redisKnown) {
      process.stderr.write(`NOT RUN: the tests of the Redis queue. ${why}\n`);
    }
  }
  return redisKnown;
}
