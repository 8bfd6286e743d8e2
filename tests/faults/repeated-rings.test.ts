import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#src/context.ts';
import type { AppError } from '#src/errors.ts';
import { adjudicateChunks } from '#src/pipeline/adjudicate/adjudicate-chunks.ts';
import { createAdjudicationParts } from '#src/pipeline/adjudicate/create-adjudication-parts.ts';
import {
  createReferenceCache,
  type ReferenceCache,
} from '#src/pipeline/adjudicate/reference-cache.ts';
import { sweep } from '#src/pipeline/sweep/sweep.ts';
import { createTestDatabase, type TestDatabase } from '#tests/harness/test-database.ts';
import { startTestQueue, type TestQueue } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';
import { expectWhole } from './expect-whole.ts';
import { faultSheet, seedFaultWorld } from './fault-world.ts';
import { openFaultContext } from './open-fault-context.ts';
import { type Acknowledged, sendSheets } from './send-sheets.ts';
import { waitingChunks } from './waiting-chunks.ts';

let database: TestDatabase;
let queue: TestQueue;
let context: Context;
let clinics: readonly number[];
let superuser: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  queue = await startTestQueue('postgres');
  superuser = new Client({ connectionString: database.url });
  await superuser.connect();
  ({ clinics } = await seedFaultWorld(database.url));
  context = openFaultContext(
    { databaseUrl: database.url, queue: queue.settings },
    { applicationName: 'test', logLevel: 'silent' },
  );
});

afterAll(async () => {
  await context.close();
  await superuser.end();
  await queue.stop();
  await database.drop();
});

const chunkIds = () => waitingChunks(context);

test('however often and however concurrently a chunk is rung, it is decided once', async () => {
  const acknowledged: Acknowledged = new Map();
  const sheets = Array.from({ length: 60 }, (_, index) => faultSheet(index));
  // One by one, so that many chunks have one sheet only: those would be quarantined by mistake.
  for (const sheet of sheets) {
    await sendSheets({ context, clinics, sheets: [sheet], acknowledged, concurrency: 1 });
  }
  const parts = createAdjudicationParts();
  for (const chunkId of await chunkIds()) {
    await Promise.all([
      ...Array.from({ length: 8 }, () => adjudicateChunks(context, [chunkId], parts)),
      sweep(context),
    ]);
  }
  expect(await chunkIds()).toEqual([]);
  await expectWhole(context, acknowledged);
});

test('a connection that is cut again and again says nothing of the sheet', async () => {
  const acknowledged: Acknowledged = new Map();
  await sendSheets({ context, clinics, sheets: [faultSheet(200)], acknowledged });
  const [chunkId = 0] = await chunkIds();
  const referenceAt = createReferenceCache();
  let cuts = 0;
  const cutting: ReferenceCache = async (tx, revision) => {
    if (cuts === 6) return referenceAt(tx, revision);
    cuts += 1;
    const { rows } = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await superuser.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await tx.query('SELECT pg_sleep(60)');
    throw new Error('the connection outlived its end');
  };
  const parts = { ...createAdjudicationParts(), referenceAt: cutting };
  // A connection that was cut holds its claim until its server process has ended.
  await until(async () => {
    await adjudicateChunks(context, [chunkId], parts).catch((error: AppError) =>
      expect(error.code).toBe('database-unavailable'),
    );
    return (await chunkIds()).length === 0;
  });
  expect(cuts).toBe(6);
  const { rows } = await context.database
    .as('auditor')
    .query('SELECT status FROM care_sheets WHERE id = $1', [[...acknowledged.values()][0]?.id]);
  expect(rows).toEqual([{ status: 'decided' }]);
});

test('a right that a role lacks says nothing of the sheets either', async () => {
  const acknowledged: Acknowledged = new Map();
  await sendSheets({ context, clinics, sheets: [faultSheet(300)], acknowledged });
  const [chunkId = 0] = await chunkIds();
  const parts = createAdjudicationParts();
  await superuser.query('REVOKE INSERT ON events FROM tasfiya_worker');
  for (let turn = 0; turn < 6; turn += 1) {
    await expect(adjudicateChunks(context, [chunkId], parts)).rejects.toMatchObject({
      code: '42501',
    });
  }
  await superuser.query('GRANT INSERT ON events TO tasfiya_worker');
  await adjudicateChunks(context, [chunkId], parts);
  const { rows } = await context.database
    .as('auditor')
    .query('SELECT status FROM care_sheets WHERE id = $1', [[...acknowledged.values()][0]?.id]);
  expect(rows).toEqual([{ status: 'decided' }]);
});
