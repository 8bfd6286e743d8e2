import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { createTestDatabase, type TestDatabase } from '#tests/harness/test-database.ts';
import { asOwner } from '#tests/http/test-world.ts';
import { runCli } from './run-cli.ts';

let database: TestDatabase;
let folder: TemporaryFolder;
let env: Record<string, string>;

beforeAll(async () => {
  folder = temporaryFolder('cli');
  database = await createTestDatabase();
  env = { DATABASE_URL: database.url, QUEUE_BACKEND: 'postgres', LOG_LEVEL: 'warn' };
});

afterAll(async () => {
  await database.drop();
  folder.remove();
});

const run = (...args: string[]) => runCli([...args, '--json'], { env });

async function json(...args: string[]) {
  const { code, stdout, stderr } = await run(...args);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}

test('a database is migrated, seeded, and seeded again without a change', async () => {
  expect(await json('migrate')).toEqual({ migrated: true });
  const first = await json('seed', '--rules', 'mission');
  expect(first.rulesets).toMatchObject([{ code: 'AMO-90-100', version: 1, changed: true }]);
  const again = await json('seed', '--rules', 'mission');
  expect(again.rulesets).toMatchObject([{ code: 'AMO-90-100', version: 1, changed: false }]);
  const changed = again.reports.filter((report: { imported: number }) => report.imported > 0);
  expect(changed).toEqual([]);
});

test('an organisation and its client; a secret is rotated, and each is shown once', async () => {
  await json('org', 'create', '--kind', 'provider', '--code', 'CLINIC-1', '--name', 'Atlas');
  const taken = await run('org', 'create', '--kind', 'fund', '--code', 'CLINIC-1', '--name', 'x');
  expect(taken).toMatchObject({ code: 1, stdout: '' });
  expect(taken.stderr).toBe('tasfiya: There is an organisation CLINIC-1 already.\n');
  const codes = (await json('org', 'list')).map(({ code }: { code: string }) => code);
  expect(codes).toEqual(['ADMIN', 'CLINIC-1', 'CNOPS', 'CNSS']);

  const create = ['client', 'create', '--org', 'CLINIC-1', '--name', 'desk', '--id', 'desk-1'];
  const shown = await runCli([...create, '--roles', 'clinic', '--actor', 'jo'], { env });
  expect(shown.stdout).toMatch(
    /^TASFIYA_CLIENT_ID=desk-1\nTASFIYA_CLIENT_SECRET=fse_dev_desk-1_[\w-]{43}_[0-9a-f]{8}\n$/,
  );
  expect(shown.stderr).toMatch(/not shown again/);
  await json('client', 'rotate', 'desk-1');
  const [{ secrets }] = await json('client', 'list', '--org', 'CLINIC-1');
  expect(secrets).toHaveLength(2);
  await json('client', 'revoke-secret', 'desk-1', secrets[0]);
  expect((await json('client', 'list'))[0]).toMatchObject({ id: 'desk-1', secrets: [secrets[1]] });
  expect(await json('client', 'revoke', 'desk-1')).toEqual({ clientId: 'desk-1', revoked: true });
});

test('an import accounts for every row, and ends with 1 when one is refused', async () => {
  const file = `${folder.path}/providers.csv`;
  const head = 'inpe,kind,sector,specialty,name';
  writeFileSync(file, `${head}\n100000017,practice,private,,Atlas\n12,practice,private,,Short\n`);
  const { code, stdout, stderr } = await run('import', 'providers', file, '--language', 'fr');
  expect(code).toBe(1);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ rows: 2, imported: 1, refused: 1, issues: [{ row: 2 }] });
  expect(stderr).toBe('providers: 2 rows\n');
  const [people, absent] = [
    await runCli(['import', 'providers', file], { env }),
    await run('import', 'providers', `${folder.path}/none.csv`),
  ];
  expect(people.stdout).toMatch(/unchanged +│ +1 │/);
  expect(people.stdout).toMatch(/\nrow 2, refused \([a-z-]+\): /);
  expect(absent).toMatchObject({ code: 2, stdout: '' });
});

test('an empty quarantine, and a sheet that is not in it', async () => {
  expect(await json('quarantine', 'list')).toEqual([]);
  expect(await json('quarantine', 'requeue', '--all')).toEqual({ requeued: [] });
  const [none, unclear] = [
    await run('quarantine', 'requeue', '7'),
    await run('quarantine', 'requeue'),
  ];
  expect(none.stderr).toBe('tasfiya: Care sheet 7 is not in quarantine.\n');
  expect([none.code, unclear.code]).toEqual([1, 2]);
});

test('the doctor finds all well, then what was spoilt; who did what is in the audit', async () => {
  expect(await json('doctor')).toMatchObject({ healthy: true, replay: { replayed: 0 } });
  const actors = await asOwner(database.url, async (owner) => {
    const { rows } = await owner.query(
      `SELECT actor FROM audit_entries WHERE action = 'client.created'`,
    );
    await owner.query('SET session_replication_role = replica');
    await owner.query(`DELETE FROM audit_entries WHERE action = 'client.created'`);
    return rows;
  });
  expect(actors).toEqual([{ actor: 'cli:jo' }]);
  const { code, stdout } = await runCli(['doctor'], { env });
  expect(code).toBe(1);
  expect(stdout).toMatch(/audit\/[\w-]+: \d+, such as/);
});

test('a server that is away ends a command with 3', async () => {
  const away = { ...env, DATABASE_URL: 'postgres://tasfiya:secret@127.0.0.1:1/tasfiya' };
  const { code, stdout, stderr } = await runCli(['settle', 'CNSS'], { env: away });
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(/^tasfiya: The database 127\.0\.0\.1:1\/tasfiya cannot be asked/);
  expect(stderr).not.toContain('secret');
});
