import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadRuleset } from '#fixtures/load-rulesets.ts';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { startTestApi, type TestApi } from '#tests/http/start-test-api.ts';
import { newKey, testSheet } from '#tests/http/test-sheet.ts';
import { startWorkers, type Workers } from '#workers/start-workers.ts';
import { runCli } from './run-cli.ts';

let api: TestApi;
let folder: TemporaryFolder;
let workers: Workers;
let author: Record<string, string>;
const period = ['--from', '2020-01-01', '--to', '2099-12-31'];

beforeAll(async () => {
  folder = temporaryFolder('cli');
  api = await startTestApi();
  workers = await startWorkers(api.context);
  const { id, secret } = await api.register('CNSS', ['rules-author']);
  author = { TASFIYA_URL: api.url, TASFIYA_CLIENT_ID: id, TASFIYA_CLIENT_SECRET: secret };
  const clinic = await api.client('clinic-a', ['clinic']);
  expect((await clinic.post('/v1/care-sheets', testSheet(), newKey())).status).toBe(202);
  await api.decideAll();
});

afterAll(async () => {
  await workers.stop();
  await api.stop();
  folder.remove();
});

it('simulates a draft in a file, follows it to its end, and tells what it costs', async () => {
  const mission = loadRuleset('AMO-90-100');
  const coverage = mission.coverage.map((row) => ({ ...row, rate: '0.85' }));
  const file = `${folder.path}/draft.json`;
  writeFileSync(file, JSON.stringify({ ...mission, code: 'AMO-85', coverage, holds: [] }));
  const shown = await runCli(['rules', 'simulate', file, ...period, '--wait'], { env: author });
  expect(shown.code).toBe(0);
  expect(shown.stderr).toMatch(/simulation \d+: (reading the period|\d of 1 sheets)/);
  expect(shown.stdout).toMatch(/AMO-85, a document, in force from 2020-01-01 to 2099-12-31/);
  expect(shown.stdout).toMatch(/1 sheets, 1 change/);
  expect(shown.stdout).toMatch(/CNSS +│ +1 │ +72.00 │ +1 │ +68.00 │ +-4.00/);
  const args = ['rules', 'simulate', 'AMO-90-100', '1', ...period, '--wait', '--json'];
  const same = await runCli(args, { env: author });
  expect(JSON.parse(same.stdout).report.sheets).toMatchObject({ simulated: 1, changed: 0 });
});

it('simulates sheets of a file that nobody submits, whole unless told otherwise', async () => {
  const file = `${folder.path}/day.ndjson`;
  const [line] = testSheet().lines;
  const sheet = testSheet({ lines: [{ ...line, date: '2026-10-01' }] });
  writeFileSync(file, `${JSON.stringify(sheet)}\n{}\n`);
  const args = ['rules', 'simulate', 'AMO-90-100', '1', '--file', file, '--wait'];
  const refused = await runCli(args, { env: { ...author, LANG: 'en_GB' } });
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/line 2: [\s\S]*\n {2}\/fund: /);
  expect(refused.stderr).toMatch(/1 of 2 lines are refused: nothing is simulated/);
  const others = ['--without-refused', '--received-on', '2026-10-02', '--json'];
  const shown = await runCli([...args, ...others], { env: author });
  expect(shown.code).toBe(0);
  const { report } = JSON.parse(shown.stdout);
  expect(report.sheets).toMatchObject({ simulated: 1, changed: 0 });
  expect(report.leftOut).toEqual({ refused: 1 });
  expect(report.total.before.benefit).toBe('72.00');
  expect(report.file.receivedOn).toBe('2026-10-02');
  const both = await runCli([...args, ...period], { env: author });
  expect(both.code).toBe(2);
  expect(both.stderr).toMatch(/either --from and --to, or --file/);
});

it('asks and goes, and says what is wrong', async () => {
  const asked = await runCli(['rules', 'simulate', 'AMO-90-100', '1', ...period], { env: author });
  expect(asked.stdout).toMatch(/^simulation \d+ is under way: \/v1\/simulations\/\d+\n$/);
  const unknown = await runCli(['rules', 'simulate', 'NONE', '7', ...period], { env: author });
  expect(unknown.code).toBe(1);
  const backwards = ['--from', '2026-02-01', '--to', '2026-01-01'];
  const refused = await runCli(['rules', 'simulate', 'AMO-90-100', '1', ...backwards], {
    env: { ...author, LANG: 'en_GB' },
  });
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toMatch(/The period ends before it begins/);
});
