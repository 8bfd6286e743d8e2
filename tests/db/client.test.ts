import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, inTransaction, openDatabase } from '#db/client.ts';
import { createTestDatabase, type TestDatabase } from '#tests/harness/test-database.ts';

let clone: TestDatabase;
let superuser: Client;
let database: Database;

beforeAll(async () => {
  clone = await createTestDatabase();
  superuser = new Client({ connectionString: clone.url });
  await superuser.connect();
});

beforeEach(() => {
  database = openDatabase(clone.url, { poolSize: 2, applicationName: 'test' });
  return () => database.close();
});

afterAll(async () => {
  await superuser.end();
  await clone.drop();
});

async function terminate(pid: number): Promise<void> {
  await superuser.query('SELECT pg_terminate_backend($1)', [pid]);
}

test('a connection that breaks between two statements makes it unavailable, no more', async () => {
  const broken = inTransaction(database.as('worker'), async (tx) => {
    const { rows } = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await terminate(rows[0]?.pid ?? 0);
    // Nothing runs on the connection when it goes away: the error has only a listener to go to.
    await sleep(200);
    await tx.query('SELECT 1');
  });
  await expect(broken).rejects.toMatchObject({ code: 'database-unavailable', retryable: true });
  const { rows } = await database.as('worker').query('SELECT 1 AS one');
  expect(rows).toEqual([{ one: 1 }]);
});

test('a connection that breaks within a statement makes it unavailable, no more', async () => {
  const broken = inTransaction(database.as('worker'), async (tx) => {
    const { rows } = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    setTimeout(() => void terminate(rows[0]?.pid ?? 0), 50);
    await tx.query('SELECT pg_sleep(10)');
  });
  await expect(broken).rejects.toMatchObject({ code: 'database-unavailable' });
});

test('what fails in a transaction is undone, and its connection serves the next', async () => {
  const pool = database.as('operator');
  const failing = inTransaction(pool, async (tx) => {
    await tx.query(`INSERT INTO organisations (code, kind, name) VALUES ('X', 'fund', 'X')`);
    throw new RangeError('a fault');
  });
  await expect(failing).rejects.toThrow('a fault');
  expect((await pool.query('SELECT 1 FROM organisations')).rowCount).toBe(0);
});

test('money comes back as a number, a date as its text, nothing beyond 2^53', async () => {
  const pool = database.as('reader');
  const { rows } = await pool.query(
    `SELECT 9007199254740991::bigint AS money, date '2026-02-28' AS day`,
  );
  expect(rows).toEqual([{ money: 9_007_199_254_740_991, day: '2026-02-28' }]);
  await expect(pool.query('SELECT 9007199254740992::bigint')).rejects.toThrow(/2\^53/);
});

test('a role is taken whatever else the URL asks of the connection', async () => {
  const url = new URL(clone.url);
  url.searchParams.set('options', '-c work_mem=5MB');
  url.searchParams.set('application_name', 'other');
  const optioned = openDatabase(url.href, { poolSize: 1, applicationName: 'test' });
  const { rows } = await optioned
    .as('reader')
    .query(`SELECT current_user::text AS name, current_setting('work_mem') AS memory`);
  expect(rows).toEqual([{ name: 'tasfiya_reader', memory: '5MB' }]);
  await optioned.close();
});
