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

test('what was sent ahead is undone with the rest, and the first fault is told', async () => {
  const pool = database.as('operator');
  const insert = (name: string) => ({
    ...{ name: `insert_${name}`, values: [name] },
    text: `INSERT INTO organisations (code, kind, name) VALUES ($1, 'fund', 'A fund')`,
  });
  const failing = inTransaction(pool, async (_, { send, finish }) => {
    send([insert('SENT-A')]);
    send([{ name: 'spoiled', text: 'SELECT 1 / $1::int', values: [0] }]);
    await sleep(20);
    return finish([insert('SENT-B')]);
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  expect((await pool.query('SELECT 1 FROM organisations')).rowCount).toBe(0);
});

test('a transaction that only sends is committed with what it sent', async () => {
  const pool = database.as('operator');
  const told = await inTransaction(pool, async (_, { send }) => {
    send([
      {
        ...{ name: 'sent', values: ['SENT'] },
        text: `INSERT INTO organisations (code, kind, name) VALUES ($1, 'fund', 'A fund')`,
      },
    ]);
    return 'sent';
  });
  expect(told).toBe('sent');
  expect((await pool.query('SELECT code FROM organisations')).rows).toEqual([{ code: 'SENT' }]);
});

test('who finishes is given the results of the last statements only', async () => {
  const results = await inTransaction(database.as('reader'), (_, { send, finish }) => {
    send([{ name: 'ahead', text: 'SELECT $1::int AS n', values: [1] }]);
    return finish([{ name: 'last', text: 'SELECT $1::int AS last', values: [2] }]);
  });
  expect(results.map(({ rows }) => rows)).toEqual([[{ last: 2 }]]);
});
