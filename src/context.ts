import { type Database, openDatabase } from '#db/client.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Logger } from './logger.ts';
import { type AdjudicatePayload, adjudicateJob } from './queues/adjudicate-job.ts';
import { type JobQueue, openQueue } from './queues/open-queue.ts';
import type { QueueSettings } from './queues/queue-connection.ts';
import { type SimulatePayload, simulateJob } from './queues/simulate-job.ts';

/** What a step may touch. Everything in it was opened here and is closed in reverse. */
export interface Context {
  readonly config: Config;
  readonly database: Database;
  readonly queueSettings: QueueSettings;
  readonly queue: JobQueue<AdjudicatePayload>;
  readonly simulations: JobQueue<SimulatePayload>;
  readonly clock: Clock;
  readonly logger: Logger;
  /**
   * Tells the workers of a chunk, without waiting: when the queue is away, the sweeper rings
   * again for whatever Postgres says is not done.
   */
  ring(chunkId: number): void;
  close(): Promise<void>;
}

export interface ContextParts {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly queueSettings: QueueSettings;
  readonly logger: Logger;
  readonly applicationName: string;
  readonly clock?: Clock;
}

export function openContext(parts: ContextParts): Context {
  const { config, logger, queueSettings } = parts;
  const database = openDatabase(parts.databaseUrl, {
    poolSize: config.poolSize,
    applicationName: parts.applicationName,
    onIdleError: (error) => logger.warn({ err: error }, 'a database connection broke'),
  });
  const queue = openQueue(queueSettings, adjudicateJob);
  const simulations = openQueue(queueSettings, simulateJob);
  const ringing = new Set<Promise<void>>();
  return {
    config,
    database,
    queueSettings,
    queue,
    simulations,
    logger,
    clock: parts.clock ?? systemClock,
    ring(chunkId) {
      const ring = queue
        .add([{ payload: { chunkId: String(chunkId) }, ring: 0 }])
        .catch((error: unknown) => logger.warn({ err: error, chunkId }, 'the queue is away'))
        .finally(() => ringing.delete(ring));
      ringing.add(ring);
    },
    async close() {
      await Promise.all(ringing);
      await queue.close();
      await simulations.close();
      await database.close();
    },
  };
}
