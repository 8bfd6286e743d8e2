import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { createGiveWay, type GiveWay } from '#src/pipeline/simulate/give-way.ts';
import { createTestDatabase, type TestDatabase } from '#tests/harness/test-database.ts';

let clone: TestDatabase;
let intake: Client;
let database: Database;
let pauses: number[];
let giveWay: () => Promise<void>;

beforeAll(async () => {
  clone = await createTestDatabase();
  intake = new Client({ connectionString: clone.url });
  await intake.connect();
  database = openDatabase(clone.url, { poolSize: 1, applicationName: 'test' });
});

afterAll(async () => {
  await database.close();
  await intake.end();
  await clone.drop();
});

beforeEach(async () => {
  await intake.query('DELETE FROM outbox_chunks');
  pauses = [];
  const rest: GiveWay = createGiveWay(async (milliseconds) => pauses.push(milliseconds));
  giveWay = () => rest(database.as('simulator'));
  await giveWay();
});

const accept = () => intake.query('INSERT INTO outbox_chunks (first_id, last_id) VALUES (1, 1)');
const decide = () => intake.query('DELETE FROM outbox_chunks');

test('where nothing arrives a simulation does not rest', async () => {
  await giveWay();
  await giveWay();
  expect(pauses).toEqual([]);
});

test('it rests for what arrived meanwhile, even when that is decided already', async () => {
  await accept();
  await decide();
  await giveWay();
  expect(pauses).toHaveLength(1);
  expect(pauses[0]).toBeGreaterThan(0);
  await giveWay();
  expect(pauses).toHaveLength(1);
});

test('it waits for what waits, and goes on under a load without end', async () => {
  await accept();
  await giveWay();
  expect(pauses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 50));
  expect(pauses).toHaveLength(11);
  await giveWay();
  expect(pauses).toHaveLength(21);
});
