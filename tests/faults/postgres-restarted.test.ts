import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#src/embedded/embedded-postgres.ts';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { queueBackends, startTestQueue } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';
import { expectWhole, untilQuiet } from './expect-whole.ts';
import { faultSheet } from './fault-world.ts';
import { type FaultBench, openBenchOn } from './open-fault-bench.ts';

const SHEETS = 600;
const sheets = Array.from({ length: SHEETS }, (_, index) => faultSheet(index));

describe.each(queueBackends())('a Postgres in mid-run, with the queue on %s', (kind) => {
  let folder: TemporaryFolder;
  let postgres: EmbeddedPostgres;
  let bench: FaultBench;

  beforeEach(async () => {
    folder = temporaryFolder('restarted');
    postgres = await startPostgres();
    await migrate(postgres.url);
    const queue =
      kind === 'redis'
        ? await startTestQueue('redis')
        : { settings: { kind, url: postgres.url }, stop: async () => undefined };
    bench = await openBenchOn({ databaseUrl: postgres.url, queue: queue.settings }, () =>
      queue.stop(),
    );
  });

  afterEach(async () => {
    await bench.close();
    await postgres.stop();
    folder.remove();
  });

  function startPostgres(port?: number): Promise<EmbeddedPostgres> {
    return startEmbeddedPostgres({
      folder: `${folder.path}/postgres`,
      fsync: false,
      ...(port === undefined ? {} : { port }),
    });
  }

  /** Immediate: every connection is cut and what was not committed is recovered from the log. */
  async function restart(signal: 'SIGQUIT' | 'SIGINT'): Promise<void> {
    const { port, pid } = postgres;
    process.kill(pid, signal);
    await postgres.stop();
    postgres = await startPostgres(port);
  }

  test('that is restarted under load keeps what was acknowledged, once', async () => {
    const workers = [await bench.startWorker(), await bench.startWorker()];
    const sending = bench.send(sheets);
    await until(() => bench.acknowledged.size > 50);
    await restart('SIGQUIT');
    await until(() => bench.acknowledged.size > 200);
    await restart('SIGINT');
    await sending;
    await untilQuiet(bench.context);
    await expectWhole(bench.context, bench.acknowledged);
    expect(bench.acknowledged.size).toBe(SHEETS);
    // They lived through it, and end in order.
    for (const worker of workers) {
      expect(await worker.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    }
  });

  test('whose connections are cut at random goes on with others', async () => {
    await bench.startWorker();
    const sending = bench.send(sheets);
    let isSending = true;
    const cutting = (async () => {
      while (isSending) {
        await cutOne(postgres.url);
        await sleep(50);
      }
    })();
    await sending;
    isSending = false;
    await cutting;
    await untilQuiet(bench.context);
    await expectWhole(bench.context, bench.acknowledged);
  });
});

/** Ends one of our connections that is within a transaction, else any of them. */
async function cutOne(url: string): Promise<void> {
  const superuser = new Client({ connectionString: url });
  await superuser.connect();
  await superuser.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name ~ ':(worker|intake)$'
     ORDER BY state = 'idle in transaction' DESC, random() LIMIT 1`,
  );
  await superuser.end();
}
