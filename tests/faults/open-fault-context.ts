import { readConfig } from '#src/config.ts';
import { type Context, openContext } from '#src/context.ts';
import { createLogger } from '#src/logger.ts';
import type { QueueSettings } from '#src/queues/queue-connection.ts';

export interface FaultServers {
  readonly databaseUrl: string;
  readonly queue: QueueSettings;
}

/** The context of a process under test; its log goes to stderr. */
export function openFaultContext(
  { databaseUrl, queue }: FaultServers,
  { applicationName, logLevel }: { applicationName: string; logLevel: string },
): Context {
  return openContext({
    config: readConfig({ WORKER_CONCURRENCY: '4', POOL_SIZE: '6' }),
    databaseUrl,
    queueSettings: queue,
    logger: createLogger(logLevel),
    applicationName,
  });
}
