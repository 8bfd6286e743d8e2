import { afterAll, beforeAll, expect, test } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { Context } from '#src/context.ts';
import { adjudicateChunk } from '#src/pipeline/adjudicate/adjudicate-chunk.ts';
import { createTurns } from '#src/pipeline/adjudicate/create-turns.ts';
import { createReferenceCache } from '#src/pipeline/adjudicate/reference-cache.ts';
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
  const parts = { adjudicate, referenceAt: createReferenceCache(), turns: createTurns() };
  for (const chunkId of await chunkIds()) {
    await Promise.all([
      ...Array.from({ length: 8 }, () => adjudicateChunk(context, chunkId, parts)),
      sweep(context),
    ]);
  }
  expect(await chunkIds()).toEqual([]);
  await expectWhole(context, acknowledged);
});
