import { Client } from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from './test-database.ts';

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

test('each test database is migrated, and a world of its own', async () => {
  const [one, two] = [await createTestDatabase(), await createTestDatabase()];
  const client = await connect(one.url);
  await client.query('create table only_here ()');
  await client.end();
  const other = await connect(two.url);
  const { rows } = await other.query(
    `select to_regclass('care_sheets') is not null as migrated,
            to_regclass('only_here') as foreign`,
  );
  await other.end();
  expect(rows).toEqual([{ migrated: true, foreign: null }]);
  await one.drop();
  await two.drop();
});

test('a connection left open is found when the database is dropped', async () => {
  const database = await createTestDatabase();
  const client = await connect(database.url);
  await client.query('select 42 as left_open');
  await expect(database.drop()).rejects.toThrow(/left 1 connections open.*left_open/);
  await client.end().catch(() => undefined);
});
