import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { freePort } from '#src/embedded/free-port.ts';
import { checkDatabase } from '#src/pipeline/doctor/check-database.ts';
import { createTestDatabase, type TestDatabase } from '#tests/harness/test-database.ts';
import { startDroppingPooler } from './dropping-pooler.ts';

let clone: TestDatabase;
let superuser: Client;

beforeAll(async () => {
  clone = await createTestDatabase();
  superuser = new Client({ connectionString: clone.url });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await clone.drop();
});

async function refusal(url = clone.url): Promise<{ code: string; message: string }> {
  return checkDatabase(url).then(
    () => ({ code: 'none', message: '' }),
    (error: { code: string; message: string }) => error,
  );
}

/** The harness runs without fsync, of which the check rightly warns. */
const ofTheHarness = [expect.stringMatching(/^fsync is off/)];

test('a database at the newest migration is taken', async () => {
  expect(await checkDatabase(clone.url)).toEqual(ofTheHarness);
});

test('synchronous_commit off is warned of', async () => {
  await superuser.query(`ALTER DATABASE ${clone.name} SET synchronous_commit = off`);
  expect(await checkDatabase(clone.url)).toEqual([
    expect.stringMatching(/^synchronous_commit is off.*Set it to on\.$/),
    ...ofTheHarness,
  ]);
  await superuser.query(`ALTER DATABASE ${clone.name} RESET synchronous_commit`);
});

test('an empty database is refused until it is migrated', async () => {
  const empty = await createTestDatabase({ template: 'template1' });
  const refused = await refusal(empty.url);
  expect(refused).toMatchObject({ code: 'server-unsuitable' });
  expect(refused.message).toMatch(/missing \(0000_tables, .*\)\. Run `tasfiya migrate`/);
  await Promise.all([migrate(empty.url), migrate(empty.url)]);
  expect(await checkDatabase(empty.url)).toEqual(ofTheHarness);
  await empty.drop();
});

test('a database that lacks the last migration is refused, and the migration named', async () => {
  await superuser.query('BEGIN');
  const { rows } = await superuser.query<{ created_at: string }>(
    `DELETE FROM drizzle.__drizzle_migrations WHERE id = (
       SELECT max(id) FROM drizzle.__drizzle_migrations) RETURNING *`,
  );
  await superuser.query('COMMIT');
  expect((await refusal()).message).toMatch(/missing \(\d{4}_[a-z_]+\)\./);
  await superuser.query(
    `INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('x', $1)`,
    [rows[0]?.created_at],
  );
  expect(await refusal()).toMatchObject({ code: 'none' });
});

test('a database of a newer release is refused', async () => {
  await superuser.query(
    `INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('newer', 9999999999999)`,
  );
  expect((await refusal()).message).toMatch(/migrated by a newer release/);
  await superuser.query(`DELETE FROM drizzle.__drizzle_migrations WHERE hash = 'newer'`);
});

test('a database in another encoding is refused', async () => {
  const name = `${clone.name}_latin`;
  await superuser.query(
    `CREATE DATABASE ${name} ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
  );
  const url = new URL(clone.url);
  url.pathname = name;
  expect((await refusal(url.href)).message).toMatch(/encoding is LATIN1.*ENCODING 'UTF8'/);
  await superuser.query(`DROP DATABASE ${name}`);
});

test('a user who may not take the roles is refused, with what to run', async () => {
  await superuser.query(`CREATE ROLE ${clone.name} LOGIN PASSWORD 'secret-of-the-test'`);
  await superuser.query(`GRANT USAGE ON SCHEMA drizzle TO ${clone.name}`);
  await superuser.query(`GRANT SELECT ON drizzle.__drizzle_migrations TO ${clone.name}`);
  const url = new URL(clone.url);
  url.username = clone.name;
  url.password = 'secret-of-the-test';
  const { message } = await refusal(url.href);
  expect(message).toContain('GRANT tasfiya_intake, tasfiya_reader,');
  expect(message).not.toContain('secret-of-the-test');
  await superuser.query(`DROP OWNED BY ${clone.name}`);
  await superuser.query(`DROP ROLE ${clone.name}`);
});

test('a pooler that drops the role of a connection is refused', async () => {
  const pooler = await startDroppingPooler(Number(new URL(clone.url).port));
  const url = new URL(clone.url);
  url.port = String(pooler.port);
  expect((await refusal(url.href)).message).toMatch(/do not take their role.*`options`/);
  await pooler.stop();
});

test('a server that is not there is told from one that refuses, without the password', async () => {
  const away = new URL(clone.url);
  away.port = String(await freePort());
  const gone = await refusal(away.href);
  expect(gone).toMatchObject({ code: 'database-unavailable' });
  expect(gone.message).toContain(away.host);
  expect(gone.message).not.toContain(away.password);

  const stranger = new URL(clone.url);
  stranger.password = 'not-the-password';
  const refused = await refusal(stranger.href);
  expect(refused).toMatchObject({ code: 'server-unsuitable' });
  expect(refused.message).toMatch(/authentication failed.*Check DATABASE_URL/);
  expect(refused.message).not.toContain('not-the-password');
});
