import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { until } from '#tests/harness/until.ts';
import { startTestApi, type TestApi } from '#tests/http/start-test-api.ts';
import { startTcpProxy } from '#tests/http/tcp-proxy.ts';
import { testSheet } from '#tests/http/test-sheet.ts';
import { asOwner } from '#tests/http/test-world.ts';
import { runCli } from './run-cli.ts';

let api: TestApi;
let folder: TemporaryFolder;
let clinic: Record<string, string>;

beforeAll(async () => {
  folder = temporaryFolder('import-sheets');
  api = await startTestApi();
  const { id, secret } = await api.register('clinic-a', ['clinic']);
  clinic = { TASFIYA_URL: api.url, TASFIYA_CLIENT_ID: id, TASFIYA_CLIENT_SECRET: secret };
});

afterAll(async () => {
  await api.stop();
  folder.remove();
});

const write = (name: string, lines: readonly unknown[]): string => {
  const path = `${folder.path}/${name}`;
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  // No line feed after the last line, and blank lines between.
  writeFileSync(path, text.join('\n\n'));
  return path;
};
const manySheets = (length: number) => Array.from({ length }, () => testSheet());
const importSheets = (file: string, env = clinic, more: readonly string[] = []) =>
  runCli(['import', 'sheets', file, '--json', ...more], { env });
const storedSheets = async (): Promise<number> => {
  const { rows } = await asOwner(api.databaseUrl, (owner) =>
    owner.query<{ count: string }>('SELECT count(*) FROM care_sheets'),
  );
  return Number(rows[0]?.count);
};

test('refused lines are kept with their problems, and a repeat is harmless', async () => {
  const bad = { ...testSheet(), extra: 'é' };
  const file = write('mixed.ndjson', [testSheet(), bad, '{"a":1', testSheet()]);
  const first = await importSheets(file, { ...clinic, LANG: 'ar_MA' });
  expect(first.code).toBe(1);
  expect(JSON.parse(first.stdout)).toEqual({
    accepted: 2,
    replayed: 0,
    refused: 2,
    refusedByCode: { 'input-invalid': 1, 'input-unreadable': 1 },
    refusedFile: `${file}.refused.ndjson`,
  });
  const kept = () =>
    readFileSync(`${file}.refused.ndjson`, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  expect(kept().map(({ line, content }) => [line, content])).toEqual([
    [3, JSON.stringify(bad)],
    [5, '{"a":1'],
  ]);
  expect(kept()[0].problem.errors[0].message).toMatch(/\p{Script=Arabic}/u);
  expect(statSync(`${file}.refused.ndjson`).mode & 0o077).toBe(0);
  expect(existsSync(`${file}.progress`)).toBe(false);

  const again = await importSheets(file);
  expect(JSON.parse(again.stdout)).toMatchObject({ accepted: 0, replayed: 2, refused: 2 });
  expect(kept()).toHaveLength(2);
});

test('a file is uploaded whole although the connection breaks', async () => {
  const sheets = manySheets(6_000);
  const file = write('broken.ndjson', sheets);
  const link = await startTcpProxy(api.url);
  const before = await storedSheets();
  try {
    const env = { ...clinic, TASFIYA_URL: link.url };
    const run = importSheets(file, env);
    await until(async () => (await storedSheets()) > before);
    await link.cut();
    await link.mend();
    const { code, stdout, stderr } = await run;
    expect(stderr).toContain('Again in');
    const { accepted, replayed, refused } = JSON.parse(stdout);
    expect([code, accepted + replayed, refused]).toEqual([0, 6_000, 0]);
    expect(await storedSheets()).toBe(before + 6_000);
  } finally {
    await link.stop();
  }
});

test('a second run goes on after the last answered line', async () => {
  const [done, next] = [manySheets(3), manySheets(4)];
  const file = write('resumed.ndjson', [...done, ...next]);
  const refused = `${folder.path}/elsewhere.ndjson`;
  const offset = readFileSync(file, 'utf8').indexOf(JSON.stringify(next[0]));
  const { size, mtimeMs } = statSync(file);
  const state = { position: { offset, line: 6 }, accepted: 3, replayed: 0, refused: {} };
  const save = (of: object) =>
    writeFileSync(`${file}.progress`, JSON.stringify({ ...state, refusedBytes: 0, of }));
  const before = await storedSheets();
  save({ size, mtimeMs });
  const { code, stdout } = await importSheets(file, clinic, ['--refused', refused]);
  expect(JSON.parse(stdout)).toMatchObject({ accepted: 7, replayed: 0, refused: 0 });
  expect([code, await storedSheets()]).toEqual([0, before + 4]);
  // The state of another file says nothing about this one.
  save({ size: size + 1, mtimeMs });
  const again = await importSheets(file);
  expect(JSON.parse(again.stdout)).toMatchObject({ accepted: 3, replayed: 4, refused: 0 });
});

test('stdin, and each failure with its exit code', async () => {
  const input = manySheets(2)
    .map((sheet) => JSON.stringify(sheet))
    .join('\n');
  const [piped, none, stranger] = await Promise.all([
    runCli(['import', 'sheets', '-'], { env: clinic, input }),
    importSheets(`${folder.path}/none.ndjson`),
    importSheets(write('one.ndjson', manySheets(1)), { ...clinic, TASFIYA_CLIENT_SECRET: 'no' }),
  ]);
  expect(piped).toMatchObject({ code: 0, stdout: '2 accepted, 0 already in, 0 refused\n' });
  expect([none.code, stranger.code]).toEqual([2, 2]);
  expect(stranger.stderr).toMatch(/^tasfiya: [^\n]+\n$/);
});
