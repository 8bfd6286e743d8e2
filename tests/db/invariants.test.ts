import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import {
  type InvariantResult,
  readInvariants,
  runInvariants,
} from '#db/invariants/run-invariants.ts';
import { createTestDatabase, type TestDatabase } from '#tests/harness/test-database.ts';
import { plantWorld } from './planted-world.ts';
import { LAWFUL, VIOLATIONS } from './violations.ts';

let clone: TestDatabase;
let superuser: Client;
let database: Database;

beforeAll(async () => {
  clone = await createTestDatabase();
  superuser = new Client({ connectionString: clone.url });
  await superuser.connect();
  await plantWorld(superuser);
  database = openDatabase(clone.url, { poolSize: 1, applicationName: 'test' });
});

afterAll(async () => {
  await database.close();
  await superuser.end();
  await clone.drop();
});

test('every invariant holds of a world that is right, as the auditor sees it', async () => {
  const results = await runInvariants(database.as('auditor'));
  expect(results.filter(({ violations }) => violations > 0)).toEqual([]);
  expect(results.map(({ name }) => name)).toEqual(readInvariants().map(({ name }) => name));
});

test('every invariant holds of a database in which nothing has happened yet', async () => {
  const empty = await createTestDatabase();
  const fresh = openDatabase(empty.url, { poolSize: 1, applicationName: 'test' });
  const results = await runInvariants(fresh.as('auditor'));
  expect(results.filter(({ violations }) => violations > 0)).toEqual([]);
  await fresh.close();
  await empty.drop();
});

test('every invariant has a name of its own, a sentence, and a violation below', () => {
  const invariants = readInvariants();
  expect(new Set(invariants.map(({ name }) => name)).size).toBe(invariants.length);
  for (const { sentence } of invariants) expect(sentence).toMatch(/^[A-Z].*\.$/);
  expect(Object.keys(VIOLATIONS).sort()).toEqual(invariants.map(({ name }) => name).sort());
});

const planted = Object.entries(VIOLATIONS).flatMap(([name, scripts]) =>
  scripts.map((script, index) => ({ name, script, index })),
);

test.each(planted)('$name finds what is planted against it ($index)', async ({ name, script }) => {
  const found = await whilePlanted(script);
  expect(found.find((result) => result.name === name)?.violations).toBeGreaterThan(0);
  expect(JSON.stringify(found)).not.toMatch(/100000001|CANARY|090000001/);
});

test.each(LAWFUL)('no invariant finds fault with what is lawful: %s', async (script) => {
  const found = await whilePlanted(script);
  expect(found.filter(({ violations }) => violations > 0)).toEqual([]);
});

/** Guards are off, as for somebody who owns the server; what was planted is undone. */
async function whilePlanted(script: string): Promise<InvariantResult[]> {
  await superuser.query('BEGIN');
  try {
    await superuser.query('SET LOCAL session_replication_role = replica');
    await superuser.query(script);
    await superuser.query('SET LOCAL ROLE tasfiya_auditor');
    return await runInvariants(superuser);
  } finally {
    await superuser.query('ROLLBACK');
  }
}
