// A file of sheets that nobody submits: what its simulation foretells is what is decided.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/arithmetic.ts';
import { fileAnswerSchema } from '#src/http/routes/simulations/file-schemas.ts';
import { until } from '#tests/harness/until.ts';
import { startWorkers, type Workers } from '#workers/start-workers.ts';
import type { ApiClient } from './api-client.ts';
import { type AnswerLine, openBulk, toLines } from './bulk-client.ts';
import { draft } from './draft.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';
import { asOwner } from './test-world.ts';

let api: TestApi;
let workers: Workers;
let author: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  workers = await startWorkers(api.context);
  author = await api.client('CNSS', ['rules-author']);
});

afterAll(async () => {
  await workers?.stop();
  await api?.stop();
});

async function send(body: string, { client = author, query = '', language = 'en' } = {}) {
  const answer = await fetch(`${api.url}/v1/simulations/files${query}`, {
    method: 'POST',
    body,
    headers: {
      ...{ Authorization: `Bearer ${client.token}`, 'Accept-Language': language },
      'Content-Type': 'application/x-ndjson',
    },
  });
  const text = await answer.text();
  if (answer.status !== 200) return { status: answer.status, refused: [], end: JSON.parse(text) };
  const lines: AnswerLine[] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const line of lines) fileAnswerSchema.parse(line);
  return { status: 200, refused: lines.slice(0, -1), end: lines.at(-1) };
}

async function simulate(body: object, client = author) {
  const asked = await client.post('/v1/simulations', body);
  expect(asked.status).toBe(202);
  await until(async () => (await client.get(asked.json.links.self)).json.status === 'done');
  return (await client.get(asked.json.links.self)).json;
}

const owner = <Row extends object>(statement: string): Promise<Row[]> =>
  asOwner(api.databaseUrl, async (tx) => (await tx.query<Row>(statement)).rows);

/** Consultations of other days, so that none repeats another. */
function consultations(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const [line] = testSheet().lines;
    const date = addDays(line?.date ?? '', index - count);
    return testSheet({ lines: [{ ...line, date }] });
  });
}

describe('a file of sheets', () => {
  it('is held against the rules in force, and nothing of it is submitted', async () => {
    const sheets = consultations(7);
    const body = toLines(sheets);
    const { refused, end } = await send(body);
    expect(refused).toEqual([]);
    expect(end.counts).toEqual({ lines: 7, accepted: 7, refused: 0 });
    expect(end.file.contentHash).toBe(createHash('sha256').update(body).digest('hex'));
    const days = sheets.map(({ lines }) => lines[0]?.date);
    expect(end.file.period).toEqual({ from: days[0], to: days.at(-1) });
    const { id, report, links, file, progress } = await simulate({
      ...{ document: draft, file: end.file.id },
    });
    expect([file, progress]).toEqual([end.file.id, { sheets: 7, done: 7 }]);
    expect(report.file).toEqual({
      contentHash: end.file.contentHash,
      receivedOn: end.file.receivedOn,
    });
    expect(report.sheets).toEqual({ simulated: 7, changed: 7, unchanged: 0, failed: 0 });
    expect(report.total.before.benefit).toBe('504.00');
    expect(report.total.after.benefit).toBe('476.00');
    const changes = (await author.get(links.changes)).json.items;
    const lines = changes.map(({ careSheet }: { careSheet: number }) => careSheet);
    expect(lines.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await owner('SELECT FROM care_sheets')).toEqual([]);
    const again = await simulate({ document: draft, file: end.file.id });
    expect(again.id).not.toBe(id);
    expect(again.report).toEqual(report);
    const same = { ruleset: { code: 'AMO-90-100', version: 1 }, file: end.file.id };
    expect((await simulate(same)).report.sheets).toMatchObject({ simulated: 7, changed: 0 });
  });

  it('tells all that is wrong with each line, and goes on without it', async () => {
    const [good, twice, foreign] = consultations(3);
    const bad = testSheet({ fund: '', payment: 'never' });
    const unknown = { ...testSheet(), fund: 'NOBODY' };
    const again = { ...testSheet(), number: twice?.number };
    const body = `${toLines([good, bad, '{', twice])}\n${toLines([unknown, again])}`;
    const { refused, end } = await send(`${body}${JSON.stringify({ ...foreign, fund: 'CNOPS' })}`);
    const told = refused.map(({ line, status, problem }) => [
      ...[line, status],
      ...problem.errors.map((error: { pointer: string }) => error.pointer).sort(),
    ]);
    expect(told).toEqual([
      [2, 422, '/fund', '/payment'],
      [3, 400, ''],
      [6, 422, '/fund'],
      [7, 422, '/number'],
    ]);
    expect(end.counts).toEqual({ lines: 7, accepted: 3, refused: 4 });
    const { report } = await simulate({ document: draft, file: end.file.id });
    expect(report.leftOut).toEqual({ refused: 4, 'other-fund': 1 });
    expect(report.sheets).toMatchObject({ simulated: 2, failed: 0 });
    const [french] = (await send('{', { language: 'fr' })).refused;
    const [english] = (await send('{', { language: 'en' })).refused;
    expect(french.problem.detail).not.toBe(english.problem.detail);
  });

  it('without one sheet is none, and neither is one that broke off', async () => {
    expect((await send('\n \n')).end).toEqual({
      ...{ counts: { lines: 0, accepted: 0, refused: 0 }, file: null },
    });
    const count = async () =>
      Number((await owner<{ n: string }>('SELECT count(*) AS n FROM simulation_sheets'))[0]?.n);
    const before = await count();
    const { request } = openBulk(api.url, author.token, {}, '/v1/simulations/files');
    request.on('error', () => undefined);
    request.write(toLines(consultations(3)));
    await until(async () => (await count()) === before + 3);
    request.destroy();
    const open = `SELECT FROM simulation_files WHERE status = 'open' AND expires_at > now()`;
    await until(async () => (await owner(open)).length === 0);
    // What is left of it goes with what has expired.
    await until(async () => (await count()) === before);
  });

  it('counts as received on the day that is told', async () => {
    const [line] = testSheet().lines;
    const old = testSheet({ lines: [{ ...line, date: '2025-01-10' }] });
    const outcome = async (query: string) => {
      const { end } = await send(toLines([old]), { query });
      const { report } = await simulate({ document: draft, file: end.file.id });
      return report.total.before.benefit;
    };
    expect(await outcome('')).toBe('0.00');
    expect(await outcome('?receivedOn=2025-01-12')).toBe('72.00');
    expect((await send('', { query: '?receivedOn=tomorrow' })).status).toBe(400);
  });

  it('is its own organisation’s, and of those who may simulate', async () => {
    const { end } = await send(toLines(consultations(1)));
    const body = { document: draft, file: end.file.id };
    for (const organisation of ['CNOPS', 'ADMIN'] as const) {
      const other = await api.client(organisation, ['rules-author']);
      expect((await other.post('/v1/simulations', body)).status).toBe(404);
    }
    const clerk = await api.client('CNSS', ['insurer-clerk']);
    expect((await send('', { client: clerk })).status).toBe(403);
    const clinic = await api.client('clinic-a', ['clinic']);
    expect((await send('', { client: clinic })).status).toBe(403);
    const period = { from: '2026-01-01', to: '2026-01-31' };
    const wrong = async (scope: object) => {
      const { status, json } = await author.post('/v1/simulations', { document: draft, ...scope });
      return [status, json.errors[0].pointer];
    };
    expect(await wrong({ period, file: end.file.id })).toEqual([422, '/period']);
    expect(await wrong({})).toEqual([422, '/period']);
  });

  it('expires: its sheets are deleted, and no simulation of it can begin', async () => {
    const { end } = await send(toLines(consultations(2)));
    const { id } = end.file;
    await simulate({ document: draft, file: id });
    await owner(`UPDATE simulation_files SET expires_at = '-infinity' WHERE id = ${id}`);
    const sheets = `SELECT FROM simulation_sheets WHERE file_id = ${id}`;
    await until(async () => (await owner(sheets)).length === 0);
    const body = { document: draft, file: id };
    expect((await author.post('/v1/simulations', body)).status).toBe(404);
  });

  it('is refused while twenty of its organisation are kept', async () => {
    await owner(`INSERT INTO simulation_files (organisation_id, sent_by, sent_at, received_on,
        status, expires_at)
      SELECT o.id, 'client', now(), '2026-01-01', 'open', now() + interval '1 day'
      FROM organisations o, generate_series(1, 20) WHERE code = 'CNOPS'`);
    const client = await api.client('CNOPS', ['rules-author']);
    const { status, end } = await send(toLines(consultations(1)), { client });
    expect([status, end.type]).toEqual([409, expect.stringContaining('conflict')]);
    expect(end.detail).toContain('20');
    await owner(`UPDATE simulation_files SET expires_at = '-infinity' WHERE sent_by = 'client'`);
    expect((await send(toLines(consultations(1)), { client })).status).toBe(200);
  });

  it('foretells what is decided of the same sheets once they are submitted', async () => {
    const sheets = consultations(5);
    const { end } = await send(toLines(sheets));
    const { report } = await simulate({ document: draft, file: end.file.id });
    const clinic = await api.client('clinic-a', ['clinic']);
    for (const sheet of sheets) {
      expect((await clinic.post('/v1/care-sheets', sheet, newKey())).status).toBe(202);
    }
    await until(async () => (await owner('SELECT FROM decisions')).length === sheets.length);
    const sums = await owner<{ benefit: string; copay: string }>(
      'SELECT sum(benefit) AS benefit, sum(copay) AS copay FROM decisions',
    );
    const { benefit, copay } = report.total.before;
    expect(sums).toEqual([{ benefit: benefit.replace('.', ''), copay: copay.replace('.', '') }]);
  });
});
