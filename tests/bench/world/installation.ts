import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '#src/config.ts';
import { type Context, openContext } from '#src/context.ts';
import { freePort } from '#src/embedded/free-port.ts';
import { createLogger } from '#src/logger.ts';
import type { QueueSettings } from '#src/queues/queue-connection.ts';
import type { BenchServers } from './bench-servers.ts';
import { type ProductProcess, startProduct } from './product-process.ts';

/** The product on a copy of the seeded database: an API and workers, each its own process. */
export interface Installation {
  readonly url: string;
  readonly database: string;
  readonly context: Context;
  readonly api: ProductProcess;
  readonly workers: readonly ProductProcess[];
  readonly simulators: readonly ProductProcess[];
  /** Ends an API or all workers without mercy, and starts them again. */
  crashApi(): Promise<void>;
  crashWorkers(): Promise<void>;
  /** Until nothing that was accepted waits any more. */
  untilQuiet(): Promise<void>;
  close(): Promise<void>;
}

export interface InstallationOptions {
  /** Workers that do everything, or only decide where there are simulators. */
  readonly workers?: number;
  /** Workers that only simulate. */
  readonly simulators?: number;
  readonly queue?: QueueSettings['kind'];
  /** A folder for the profiles of its processes. */
  readonly profiles?: string;
}

export const TEMPLATE = 'bench_seeded';
let installations = 0;

export async function openBenchInstallation(
  servers: BenchServers,
  {
    workers: count = 1,
    simulators: apart = 0,
    queue: kind = 'redis',
    profiles,
  }: InstallationOptions = {},
): Promise<Installation> {
  installations += 1;
  const database = `bench_${installations}`;
  await servers.admin(`CREATE DATABASE ${database} TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
  await servers.admin('CHECKPOINT');
  const databaseUrl = servers.urlOf(database);
  const queue: QueueSettings =
    kind === 'redis' ? { kind, url: servers.redis.url } : { kind, url: databaseUrl };
  const port = await freePort();
  const environment = {
    DATABASE_URL: databaseUrl,
    QUEUE_BACKEND: kind,
    PORT: String(port),
    ...(kind === 'redis' ? { REDIS_URL: queue.url } : {}),
  };
  const context = openContext({
    config: readConfig({}),
    databaseUrl,
    queueSettings: queue,
    logger: createLogger('silent'),
    applicationName: 'bench',
  });
  const start = (howMany: number, ...options: string[]) =>
    Promise.all(
      Array.from({ length: howMany }, () =>
        startProduct(['worker', ...options], environment, profiles),
      ),
    );
  const startWorkers = () => start(count, ...(apart === 0 ? [] : ['--only', 'decisions']));
  const simulators = await start(apart, '--only', 'simulations');
  let api = await startProduct(['serve'], environment, profiles);
  let workers = await startWorkers();
  return {
    ...{ url: String(api.ready.url), database, context, simulators },
    get api() {
      return api;
    },
    get workers() {
      return workers;
    },
    async crashApi() {
      await api.end('SIGKILL');
      api = await startProduct(['serve'], environment);
    },
    async crashWorkers() {
      await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
      workers = await startWorkers();
    },
    untilQuiet: () => untilQuiet(context),
    async close() {
      await Promise.all([api, ...workers, ...simulators].map((one) => one.end()));
      await context.close();
      await servers.admin(`DROP DATABASE ${database} WITH (FORCE)`);
    },
  };
}

const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 300_000;

async function untilQuiet({ database }: Context): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    // The outbox is empty when all is decided, and stays small: asking costs nothing.
    const { rows } = await database
      .as('auditor')
      .query<{ open: boolean }>('SELECT EXISTS (SELECT FROM outbox_chunks) AS open');
    if (rows[0]?.open === false) return;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`care sheets still wait after ${PATIENCE_MS / 1000} s`);
}
