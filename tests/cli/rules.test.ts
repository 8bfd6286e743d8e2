import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#src/access/roles.ts';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { startTestApi, type TestApi } from '#tests/http/start-test-api.ts';
import { runCli } from './run-cli.ts';

let api: TestApi;
let folder: TemporaryFolder;

beforeAll(async () => {
  folder = temporaryFolder('cli-rules');
  api = await startTestApi();
});

afterAll(async () => {
  await api.stop();
  folder.remove();
});

/** `tasfiya rules` as somebody with credentials of their own. */
async function person(role: Role) {
  const { id, secret } = await api.register('ADMIN', [role]);
  const env = { TASFIYA_URL: api.url, TASFIYA_CLIENT_ID: id, TASFIYA_CLIENT_SECRET: secret };
  return (...args: string[]) => runCli(['rules', ...args], { env: { ...env, LANG: 'en' } });
}

test('a document goes out, is edited and comes back, and nobody overwrites another', async () => {
  const author = await person('rules-author');
  const file = `${folder.path}/rules.json`;
  const shown = await author('show', 'AMO-90-100', '1', '--document');
  expect(shown.stderr).toMatch(/^content [0-9a-f]{64}: give it to/);
  writeFileSync(file, shown.stdout.replace('"0.90"', '"0.85"'));
  const made = await author('draft', 'AMO-90-100', file);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toMatch(/^AMO-90-100@2: draft\ncontent [0-9a-f]{64}\n/);
  expect(made.stdout).toContain('It can be submitted.');
  const base = /content ([0-9a-f]{64})/.exec(made.stdout)?.[1] ?? '';

  writeFileSync(file, readFileSync(file, 'utf8').replace('"0.85"', '"0.80"'));
  const saved = await author('save', 'AMO-90-100', '2', file, '--base', base);
  expect(saved).toMatchObject({ code: 0, stderr: '' });
  writeFileSync(file, readFileSync(file, 'utf8').replace('"0.80"', '"0.70"'));
  const late = await author('save', 'AMO-90-100', '2', file, '--base', base);
  expect(late).toMatchObject({ code: 1, stdout: '' });
  expect(late.stderr).toBe(
    'tasfiya: Somebody changed it since you read it: read it again; ' +
      '`changes`, if there, says what.\n' +
      '  rate of row ROUTINE: 85 % → 80 %\n',
  );
});

test('a case that fails ends with 1, and keeps a draft from being submitted', async () => {
  const author = await person('rules-author');
  const golden = {
    ...{ code: 'CASE-C', title: 'Consultation', date: '2026-01-05' },
    lines: [{ code: 'C', price: '150.00', expect: { benefit: '99.00' } }],
  };
  const made = await author(
    ...['draft', 'AMO-90-100', '--from', '1', '--set', `cases=${JSON.stringify([golden])}`],
    '--json',
  );
  const { version } = JSON.parse(made.stdout);
  const tested = await author('test', 'AMO-90-100', String(version));
  expect(tested).toMatchObject({ code: 1, stderr: '' });
  expect(tested.stdout).toMatch(/0 cases pass, 1 fail/);
  expect(tested.stdout).toMatch(/CASE-C .* benefit .* 99\.00 .* 72\.00/);
  expect((await author('validate', 'AMO-90-100', String(version))).code).toBe(1);
  const refused = await author('submit', 'AMO-90-100', String(version));
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('CASE-C: benefit 99.00 ≠ 72.00');
});

test('each refusal has its sentence', async () => {
  const author = await person('rules-author');
  const approver = await person('rules-approver');
  const runs = await Promise.all([
    author('approve', 'AMO-90-100', '1'),
    approver('approve', 'AMO-90-100', '1'),
    approver('withdraw', 'AMO-90-100', '1'),
    author('rollback', 'AMO-90-100', '1', '--from', '2020-01-01'),
    author('show', 'AMO-90-100', '99'),
    author('draft', 'AMO-90-100'),
  ]);
  expect(runs.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1, 2]);
  expect(runs.map(({ stderr }) => stderr.split('\n')[0])).toEqual([
    'tasfiya: Your client does not have the role that this asks for.',
    'tasfiya: Only a submitted version is approved or returned.',
    expect.stringContaining('roll back to an earlier'),
    expect.stringContaining('tasfiya: '),
    'tasfiya: There is no such version.',
    'tasfiya: Give a file, or the version to begin --from.',
  ]);
});
