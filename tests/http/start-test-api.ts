import type { Role } from '#src/access/roles.ts';
import { readConfig } from '#src/config.ts';
import { type Context, openContext } from '#src/context.ts';
import type { ApiOptions } from '#src/http/api.ts';
import { startServer } from '#src/http/start-server.ts';
import { createLogger } from '#src/logger.ts';
import { adjudicateChunks } from '#src/pipeline/adjudicate/adjudicate-chunks.ts';
import { createAdjudicationParts } from '#src/pipeline/adjudicate/create-adjudication-parts.ts';
import { createTestDatabase } from '#tests/harness/test-database.ts';
import { queueBackends, startTestQueue } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';
import { type ApiClient, apiClient, tokenOf } from './api-client.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';
import {
  addClient,
  asOwner,
  type OrganisationCode,
  seedTestWorld,
  type TestClient,
} from './test-world.ts';

export interface TestApi {
  readonly url: string;
  readonly databaseUrl: string;
  readonly context: Context;
  /** Between the API and its database. */
  readonly databaseLink: TcpProxy;
  /** All that was logged, for canaries. */
  readonly log: () => string;
  /** A client of an organisation with a token. */
  client(organisation: OrganisationCode, roles: readonly Role[]): Promise<ApiClient>;
  register(organisation: OrganisationCode, roles: readonly Role[]): Promise<TestClient>;
  /** Ends the server of the queue before the others. */
  stopQueue(): Promise<void>;
  /** Decides all that waits, as a worker would. */
  decideAll(): Promise<void>;
  stop(): Promise<void>;
}

/** The API on a free port, with a database and a queue of its own and a small world in it. */
export async function startTestApi(options: ApiOptions = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const queue = await startTestQueue(queueBackends()[0] ?? 'postgres');
  const databaseLink = await startTcpProxy(database.url);
  await seedTestWorld(database.url);
  const lines: string[] = [];
  const context = openContext({
    config: readConfig({ PORT: '0', TASFIYA_ENV: 'test', POOL_SIZE: '4' }),
    databaseUrl: databaseLink.url,
    queueSettings: queue.settings,
    logger: createLogger('debug', { write: (line) => void lines.push(line) }),
    applicationName: 'test-api',
  });
  const server = await startServer(context, options);
  let clients = 0;
  let queueStopped: Promise<void> | undefined;
  const stopQueue = () => {
    queueStopped ??= queue.stop();
    return queueStopped;
  };
  const register = (organisation: OrganisationCode, roles: readonly Role[]) => {
    clients += 1;
    return addClient(database.url, organisation, { id: `client-${clients}`, roles });
  };
  return {
    ...{ url: server.url, databaseUrl: database.url, context, register, databaseLink },
    log: () => lines.join(''),
    client: async (organisation, roles) =>
      apiClient(server.url, await tokenOf(server.url, await register(organisation, roles))),
    decideAll: () => decideAll(context, database.url),
    stopQueue,
    async stop() {
      await server.stop();
      await context.close();
      await databaseLink.stop();
      await stopQueue();
      await database.drop();
    },
  };
}

/** Decides what waits; what workers of the test have in hand already is waited for. */
async function decideAll(context: Context, databaseUrl: string): Promise<void> {
  const parts = createAdjudicationParts();
  await asOwner(databaseUrl, async (owner) => {
    const waiting = async () =>
      (await owner.query<{ id: string }>('SELECT id FROM outbox_chunks ORDER BY id')).rows;
    for (const { id } of await waiting()) await adjudicateChunks(context, [Number(id)], parts);
    await until(async () => (await waiting()).length === 0);
  });
}

/**
 * Until a feed shows all events that are committed: transaction ids are shared by all databases
 * of a server, so a transaction of another test file may hold them back for a moment.
 */
export async function feedSettled(databaseUrl: string): Promise<void> {
  await asOwner(databaseUrl, (owner) =>
    until(async () => {
      const { rows } = await owner.query<{ hidden: string }>(
        `SELECT count(*) AS hidden FROM events
         WHERE xid >= pg_snapshot_xmin(pg_current_snapshot())`,
      );
      return rows[0]?.hidden === '0';
    }),
  );
}
