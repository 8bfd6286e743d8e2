import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { startTestApi, type TestApi } from '#tests/http/start-test-api.ts';
import { testSheet } from '#tests/http/test-sheet.ts';
import { runCli } from './run-cli.ts';

let api: TestApi;
let folder: TemporaryFolder;
let clinic: Record<string, string>;

beforeAll(async () => {
  folder = temporaryFolder('cli');
  api = await startTestApi();
  const { id, secret } = await api.register('clinic-a', ['clinic']);
  clinic = { TASFIYA_URL: api.url, TASFIYA_CLIENT_ID: id, TASFIYA_CLIENT_SECRET: secret };
});

afterAll(async () => {
  await api.stop();
  folder.remove();
});

const jsonLines = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('many sheets go in as NDJSON, wrong ones are told, and a repeat is harmless', async () => {
  const file = `${folder.path}/sheets.ndjson`;
  const sheets = [testSheet(), testSheet({ fund: 'NONE', extra: 1 }), testSheet()];
  writeFileSync(file, `${sheets.map((sheet) => JSON.stringify(sheet)).join('\n\n')}\n`);
  const first = await runCli(['submit', file, '--json'], { env: { ...clinic, LANG: 'ar_MA' } });
  const answers = jsonLines(first.stdout);
  expect(answers.map(({ line, outcome }) => [line, outcome])).toEqual([
    [1, 'received'],
    [3, 'refused'],
    [5, 'received'],
  ]);
  expect(answers[1].problem).toMatchObject({ status: 422, errors: [{ pointer: '' }] });
  expect(answers[1].problem.errors[0].message).toMatch(/\p{Script=Arabic}/u);
  expect(first).toMatchObject({ code: 1, stderr: '2 received, 0 already in, 1 refused\n' });

  const again = await runCli(['submit', file, '--json'], { env: clinic });
  const ids = (lines: { sheet?: { id: number } }[]) => lines.map(({ sheet }) => sheet?.id);
  expect(ids(jsonLines(again.stdout))).toEqual(ids(answers));
  expect(again.stderr).toBe('0 received, 2 already in, 1 refused\n');
});

test('one sheet from stdin; its bytes reach the API as they are', async () => {
  const twice = '{"number":"A","number":"B"}';
  const refused = await runCli(['submit', '-', '--language', 'en'], { env: clinic, input: twice });
  expect(refused.stdout).toBe(
    'line 1: refused. The body is not strict JSON in UTF-8: correct what `errors` names.\n' +
      '  A field is given twice (line 1, column 15): keep one of them.\n',
  );
  const pretty = JSON.stringify(testSheet(), null, 2);
  const sent = await runCli(['submit', '-'], { env: clinic, input: pretty });
  expect(sent.stdout).toMatch(/^line 1: received, care sheet \d+ \(FSE-TEST-\d+\)\n$/);
  expect(sent.code).toBe(0);
});

test('an explanation, by the id and by the number of the sender', async () => {
  const sheet = testSheet();
  const input = JSON.stringify(sheet);
  const sent = await runCli(['submit', '-', '--json'], { env: clinic, input });
  const { id } = JSON.parse(sent.stdout).sheet;
  const early = await runCli(['explain', String(id), '--language', 'en'], { env: clinic });
  expect(early).toMatchObject({ code: 1, stdout: '' });
  expect(early.stderr).toBe('tasfiya: This care sheet has no decision yet: ask again shortly.\n');
  await api.decideAll();
  const [json, people, english, arabic] = await Promise.all([
    runCli(['explain', '--number', sheet.number, '--json'], { env: clinic }),
    runCli(['explain', String(id)], { env: clinic }),
    runCli(['explain', String(id), '--language', 'en'], { env: clinic }),
    runCli(['explain', String(id), '--language', 'ar'], { env: clinic }),
  ]);
  expect(JSON.parse(json.stdout)).toMatchObject({
    id,
    number: sheet.number,
    lines: [{ code: 'C' }],
  });
  expect(people).toMatchObject({ code: 0, stderr: '' });
  const named = `${id} (${sheet.number})`;
  expect(people.stdout).toContain(`Feuille de soins ${named}, révision 1:`);
  expect(english.stdout).toContain(`Care sheet ${named}, revision 1:`);
  expect(english.stdout).toContain('The scheme has a ruleset on the date of care');
  expect(arabic.stdout).toContain(`ورقة العلاجات ${named}`);
});

test('each failure has its sentence and its exit code', async () => {
  const runs = await Promise.all([
    runCli(['explain', '1'], { env: { ...clinic, LANG: 'en' } }),
    runCli(['explain'], { env: clinic }),
    runCli(['submit', `${folder.path}/none.json`], { env: clinic }),
    runCli(['explain', '1'], { env: { TASFIYA_URL: api.url } }),
    runCli(['explain', '1'], { env: { ...clinic, TASFIYA_CLIENT_SECRET: 'wrong' } }),
    runCli(['explain', '1'], { env: { ...clinic, TASFIYA_URL: 'http://127.0.0.1:1' } }),
  ]);
  expect(runs.map(({ code }) => code)).toEqual([1, 2, 2, 2, 2, 3]);
  expect(runs.every(({ stdout }) => stdout === '')).toBe(true);
  for (const { stderr } of runs) expect(stderr).toMatch(/^tasfiya: [^\n]+\n$/);
});

test('what was decided is sealed once, shown with its files, and paid by another', async () => {
  const env = { DATABASE_URL: api.databaseUrl, QUEUE_BACKEND: 'postgres', LOG_LEVEL: 'warn' };
  const run = (...args: string[]) => runCli(['settle', ...args, '--json'], { env });
  await api.decideAll();
  const sealed = JSON.parse((await run('CNSS', '--actor', 'officer')).stdout);
  expect(sealed).toMatchObject({ fund: 'CNSS', batch: { number: 1, sealedBy: 'cli:officer' } });
  const again = await run('seal', 'CNSS');
  expect(JSON.parse(again.stdout)).toMatchObject({ batch: null });
  expect(again.code).toBe(0);

  const files = [`${folder.path}/bordereau.csv`, `${folder.path}/payments.csv`] as const;
  const shown = await run('show', 'CNSS', '1', '--bordereau', files[0], '--payments', files[1]);
  expect(JSON.parse(shown.stdout)).toEqual(sealed.batch);
  const { entries, totals } = sealed.batch;
  const control = readFileSync(files[0], 'utf8').trimEnd().split('\n').at(-1)?.split(',');
  expect(control?.slice(0, 5)).toEqual(['total', 'CNSS', '1', sealed.upTo, String(entries)]);
  expect(control?.[11]).toBe(totals.benefit);
  expect(readFileSync(files[1], 'utf8')).toMatch(new RegExp(`,${totals.benefit}\n$`));
  expect(statSync(files[1]).mode & 0o077).toBe(0);

  const [same, none, unknown] = [
    await run('paid', 'CNSS', '1', '--actor', 'officer'),
    await run('show', 'CNSS', '2'),
    await run('NONE'),
  ];
  expect([same.code, none.code, unknown.code]).toEqual([1, 1, 1]);
  expect(unknown.stderr).toBe('tasfiya: There is no fund NONE. There are: CNOPS, CNSS.\n');
  const paid = await run('paid', 'CNSS', '1', '--actor', 'treasurer');
  expect(JSON.parse(paid.stdout)).toMatchObject({ number: 1, paidBy: 'cli:treasurer' });
});
