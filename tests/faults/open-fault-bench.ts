import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { Context } from '#src/context.ts';
import { type SpawnedProcess, spawnProcess } from '#tests/harness/spawn-process.ts';
import { createTestDatabase } from '#tests/harness/test-database.ts';
import { type QueueKind, startTestQueue } from '#tests/harness/test-queue.ts';
import { seedFaultWorld } from './fault-world.ts';
import { type FaultServers, openFaultContext } from './open-fault-context.ts';
import { type Acknowledged, sendSheets } from './send-sheets.ts';

/** Servers, a seeded database, a client's side and worker processes, for one fault. */
export interface FaultBench {
  readonly context: Context;
  readonly servers: FaultServers;
  readonly acknowledged: Acknowledged;
  send(sheets: readonly CareSheet[]): Promise<void>;
  /** `options` are of its connections to the database, as libpq writes them. */
  startWorker(kind?: 'sound' | 'spoiled', options?: string): Promise<SpawnedProcess>;
  /** Starts a worker anew each time it ends, as a service manager does, until it is stopped. */
  keepWorker(kind?: 'sound' | 'spoiled'): { starts(): number; stop(): Promise<void> };
  close(): Promise<void>;
}

export async function openFaultBench(kind: QueueKind): Promise<FaultBench> {
  const database = await createTestDatabase();
  const queue = await startTestQueue(kind);
  return openBenchOn({ databaseUrl: database.url, queue: queue.settings }, async () => {
    await queue.stop();
    await database.drop();
  });
}

export async function openBenchOn(
  servers: FaultServers,
  stopServers: () => Promise<void>,
  /** Of a superuser, who seeds past row-level security. */
  superuserUrl = servers.databaseUrl,
): Promise<FaultBench> {
  const { clinics } = await seedFaultWorld(superuserUrl);
  const context = openFaultContext(servers, { applicationName: 'test', logLevel: 'silent' });
  const acknowledged: Acknowledged = new Map();
  const workers: SpawnedProcess[] = [];
  const spawn = (sort: 'sound' | 'spoiled', options?: string) => {
    const databaseUrl = new URL(servers.databaseUrl);
    if (options !== undefined) databaseUrl.searchParams.set('options', options);
    const own = JSON.stringify({ ...servers, databaseUrl: databaseUrl.href });
    const worker = spawnProcess({ args: ['tests/faults/worker-process.ts', own, sort] });
    workers.push(worker);
    return worker;
  };
  return {
    context,
    servers,
    acknowledged,
    send: (sheets) => sendSheets({ context, clinics, sheets, acknowledged }),
    async startWorker(sort = 'sound', options) {
      const worker = spawn(sort, options);
      await worker.waitFor(/ready/);
      return worker;
    },
    keepWorker: (sort = 'sound') => keepAlive(() => spawn(sort)),
    async close() {
      await Promise.all(workers.map((worker) => worker.kill('SIGKILL')));
      await context.close();
      await stopServers();
    },
  };
}

function keepAlive(spawn: () => SpawnedProcess): { starts(): number; stop(): Promise<void> } {
  let stopping = false;
  let starts = 0;
  let current = spawn();
  const kept = (async () => {
    for (starts = 1; ; starts += 1) {
      await current.ended;
      if (stopping) return;
      current = spawn();
    }
  })();
  return {
    starts: () => starts,
    async stop() {
      stopping = true;
      await current.kill('SIGTERM');
      await kept;
    },
  };
}
