import type { Role } from '#src/access/roles.ts';
import { type ApiClient, type ApiCredentials, createApiClient } from '#src/client/api-client.ts';
import { type Config, readConfig } from '#src/config.ts';
import { type Context, openContext } from '#src/context.ts';
import { startServer } from '#src/http/start-server.ts';
import { createLogger } from '#src/logger.ts';
import { createClient } from '#src/pipeline/organisations/create-client.ts';
import { createTestDatabase } from '#tests/harness/test-database.ts';
import { type QueueKind, startTestQueue } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';
import { startWorkers } from '#workers/start-workers.ts';

/** The API and a worker on servers of their own, as a user meets them. */
export interface RunningSystem {
  readonly context: Context;
  readonly url: string;
  /** The id and secret of a new client. */
  register(organisation: string, role: Role): Promise<ApiCredentials>;
  client(organisation: string, role: Role): Promise<ApiClient>;
  /** Until no accepted sheet waits any more; many sheets may take longer than a minute. */
  decided(limitMs?: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startSystem(
  kind: QueueKind,
  { now = () => new Date() }: { now?: () => Date } = {},
): Promise<RunningSystem> {
  const database = await createTestDatabase();
  const queue = await startTestQueue(kind);
  // The smallest pools there are: who wants two connections at once must not wait for himself.
  const config: Config = readConfig({ PORT: '0', TASFIYA_ENV: 'test', POOL_SIZE: '2' });
  const context = openContext({
    config,
    databaseUrl: database.url,
    queueSettings: queue.settings,
    logger: createLogger('error'),
    applicationName: 'whole-way',
    clock: () => now(),
  });
  const server = await startServer(context);
  const workers = await startWorkers(context);
  const register = (organisation: string, role: Role) =>
    createClient(context, {
      ...{ organisation, name: `${organisation} ${role}`, actor: 'test:operator' },
      roles: [role],
    });
  return {
    ...{ context, url: server.url, register },
    async client(organisation, role) {
      const credentials = await register(organisation, role);
      return createApiClient(server.url, credentials, { language: 'en' });
    },
    decided: (limitMs) => until(async () => (await waiting(context)) === 0, limitMs),
    async stop() {
      await server.stop();
      await workers.stop();
      await context.close();
      await queue.stop();
      await database.drop();
    },
  };
}

async function waiting({ database }: Context): Promise<number> {
  const { rows } = await database.as('auditor').query<{ waiting: number }>(
    `SELECT (SELECT count(*) FROM outbox_chunks)
         + (SELECT count(*) FROM care_sheets WHERE status = 'received') AS waiting`,
  );
  return rows[0]?.waiting ?? 0;
}
