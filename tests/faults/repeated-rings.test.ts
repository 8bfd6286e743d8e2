import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#src/context.ts';
import { adjudicateChunks } from '#src/pipeline/adjudicate/adjudicate-chunks.ts';
import { createAdjudicationParts } from '#src/pipeline/adjudicate/create-adjudication-parts.ts';
import {
  createReferenceCache,
  type ReferenceCache,
} from '#src/pipeline/adjudicate/reference-cache.ts';
import { sweep } from '#src/pipeline/sweep/sweep.ts';
import { createTestDatabase, type TestDatabase } from '#tests/harness/test-database.ts';
import { startTestQueue, type TestQueue } from '#tests/harness/test-queue.ts';
import { expectWhole } from './expect-whole.ts';
import { faultSheet, seedFaultWorld } from './fault-world.ts';
import { openFaultContext } from './open-fault-context.ts';
import { type Acknowledged, sendSheets } from './send-sheets.ts';

let database: TestDatabase;
let queue: TestQueue;
let context: Context;
let clinics: readonly number[];

beforeAll(async () => {
  database = await createTestDatabase();
  queue = await startTestQueue('postgres');
  ({ clinics } = await seedFaultWorld(database.url));
  context = openFaultContext(
    { databaseUrl: database.url, queue: queue.settings },
    { applicationName: 'test', logLevel: 'silent' },
  );
});

afterAll(async () => {
  await context.close();
  await queue.stop();
  await database.drop();
});

async function chunkIds(): Promise<number[]> {
  const { rows } = await context.database
    .as('auditor')
    .query<{ id: number }>('SELECT id FROM outbox_chunks ORDER BY id');
  return rows.map(({ id }) => id);
}

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
    await tx.query('SELECT pg_terminate_backend(pg_backend_pid())');
    throw new Error('the connection outlived its end');
  };
  const parts = { ...createAdjudicationParts(), referenceAt: cutting };
  for (let turn = 0; turn < 6; turn += 1) {
    await expect(adjudicateChunks(context, [chunkId], parts)).rejects.toMatchObject({
      code: 'database-unavailable',
    });
  }
  await adjudicateChunks(context, [chunkId], parts);
  const { rows } = await context.database
    .as('auditor')
    .query('SELECT status FROM care_sheets WHERE id = $1', [[...acknowledged.values()][0]?.id]);
  expect(rows).toEqual([{ status: 'decided' }]);
});
