import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#src/embedded/embedded-postgres.ts';
import { checkDatabase } from '#src/pipeline/doctor/check-database.ts';
import { expectWhole, untilQuiet } from '#tests/faults/expect-whole.ts';
import { faultSheet } from '#tests/faults/fault-world.ts';
import { openBenchOn } from '#tests/faults/open-fault-bench.ts';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';

let folder: TemporaryFolder;
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  folder = temporaryFolder('owner');
  // A server of its own, since roles belong to a server and the others have theirs already.
  postgres = await startEmbeddedPostgres({ folder: `${folder.path}/postgres`, fsync: false });
});

afterAll(async () => {
  await postgres.stop();
  folder.remove();
});

test('whoever owns the database need not be a superuser', async () => {
  const superuser = new Client({ connectionString: postgres.url });
  await superuser.connect();
  await superuser.query(`CREATE ROLE house LOGIN CREATEROLE PASSWORD 'house'`);
  await superuser.query('CREATE DATABASE house OWNER house');
  await superuser.end();
  const url = new URL(postgres.url);
  url.username = 'house';
  url.password = 'house';
  url.pathname = 'house';
  await migrate(url.href);
  await checkDatabase(url.href);

  // Everything that a sheet goes through, with row-level security forced upon the owner too.
  const owned = new URL(postgres.url);
  owned.pathname = 'house';
  const bench = await openBenchOn(
    { databaseUrl: url.href, queue: { kind: 'postgres', url: url.href } },
    async () => undefined,
    owned.href,
  );
  try {
    await bench.send(Array.from({ length: 30 }, (_, index) => faultSheet(index)));
    const worker = await bench.startWorker();
    await untilQuiet(bench.context);
    await expectWhole(bench.context, bench.acknowledged);
    expect(await worker.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  } finally {
    await bench.close();
  }
});
