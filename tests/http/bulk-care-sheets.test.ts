import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkInvariants } from '#src/pipeline/doctor/doctor.ts';
import { until } from '#tests/harness/until.ts';
import type { ApiClient } from './api-client.ts';
import { answerLines, openBulk, sendBulk, toLines } from './bulk-client.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';
import { asOwner } from './test-world.ts';

let api: TestApi;
let clinic: ApiClient;
/** What the small world itself lacks, before anything was sent. */
let ofTheWorld: string[];

beforeAll(async () => {
  api = await startTestApi();
  clinic = await api.client('clinic-a', ['clinic']);
  ofTheWorld = await violations();
});
afterAll(() => api?.stop());

const send = (sheets: readonly unknown[], headers = {}) =>
  sendBulk({ url: api.url, token: clinic.token }, toLines(sheets), headers);
const count = async (table: string): Promise<number> => {
  const { rows } = await asOwner(api.databaseUrl, (owner) =>
    owner.query<{ count: string }>(`SELECT count(*) FROM ${table}`),
  );
  return Number(rows[0]?.count);
};
async function violations(): Promise<string[]> {
  const results = await checkInvariants(api.context);
  return results.flatMap(({ name, violations: count }) => (count > 0 ? [`${name} ${count}`] : []));
}
const manySheets = (length: number) => Array.from({ length }, () => testSheet());

describe('a bulk upload', () => {
  it('answers each line in its order, whatever stands in its neighbours', async () => {
    const [first, second, third] = [testSheet(), testSheet(), testSheet()];
    const single = testSheet();
    const alone = await clinic.post('/v1/care-sheets', single, newKey());
    const lines = await send(
      [
        first,
        '{"number":"A","number":"B"}',
        '  \r',
        { ...second, extra: 1, fund: '' },
        first,
        { ...first, payment: 'reimbursement' },
        { ...third, fund: 'NONE' },
        single,
        `{"a":"${'x'.repeat(300 * 1024)}"}`,
        second,
      ],
      { 'Accept-Language': 'ar' },
    );
    const last = lines.pop();
    expect(last).toEqual({ counts: { lines: 9, accepted: 2, replayed: 1, refused: 6 } });
    expect(lines.map(({ line, status }) => [line, status])).toEqual([
      [1, 202],
      [2, 400],
      [4, 422],
      [5, 202],
      [6, 409],
      [7, 422],
      [8, 409],
      [9, 413],
      [10, 202],
    ]);
    const [stored, unreadable, invalid, repeat, other, unknown, taken] = lines;
    expect(stored).toEqual({ line: 1, number: first.number, status: 202, id: expect.any(Number) });
    expect(unreadable.problem).toMatchObject({ type: '/problems/input-unreadable' });
    expect(unreadable.problem.title).toMatch(/\p{Script=Arabic}/u);
    expect(invalid.problem.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(['', '/fund']),
    );
    expect(repeat).toEqual({ ...stored, line: 5, idempotencyHit: true });
    expect(other).toMatchObject({ number: first.number, problem: { id: stored.id } });
    expect(unknown.problem.errors[0]).toMatchObject({ pointer: '/fund', code: 'unknown-fund' });
    expect(taken).toMatchObject({ number: single.number, problem: { id: alone.json.id } });
  });

  it('is harmless when it is repeated, also half of it', async () => {
    const sheets = manySheets(700);
    const half = await send(sheets.slice(0, 350));
    const whole = await send(sheets);
    const again = await send(sheets);
    expect([half.pop(), whole.pop(), again.pop()]).toEqual([
      { counts: { lines: 350, accepted: 350, replayed: 0, refused: 0 } },
      { counts: { lines: 700, accepted: 350, replayed: 350, refused: 0 } },
      { counts: { lines: 700, accepted: 0, replayed: 700, refused: 0 } },
    ]);
    const ids = (lines: typeof whole) => lines.map(({ number, id }) => [number, id]);
    expect(ids(again)).toEqual(ids(whole));
    expect(ids(whole).slice(0, 350)).toEqual(ids(half));
    expect(whole.map(({ number }) => number)).toEqual(sheets.map(({ number }) => number));
  });

  it('takes the same sheets from several at once, in any order, once each', async () => {
    const sheets = manySheets(400);
    const before = await count('care_sheets');
    const orders = [sheets, sheets.toReversed(), sheets, sheets.toReversed()];
    const answers = await Promise.all(orders.map((order) => send(order)));
    expect(await count('care_sheets')).toBe(before + 400);
    const counts = answers.map((lines) => lines.at(-1).counts);
    const sum = (kind: string) => counts.reduce((total, one) => total + one[kind], 0);
    expect([sum('accepted'), sum('refused')]).toEqual([400, 0]);
  });

  it('answers what was sent so far, while more is to come', async () => {
    const { request, response } = openBulk(api.url, clinic.token);
    request.write(toLines([testSheet()]));
    const lines = answerLines(await response);
    expect((await lines.next()).value).toMatchObject({ line: 1, status: 202 });
    // Half a line is none yet.
    const text = toLines([testSheet()]);
    request.write(text.slice(0, 50));
    request.write(text.slice(50));
    expect((await lines.next()).value).toMatchObject({ line: 2, status: 202 });
    request.end(JSON.stringify(testSheet()));
    expect((await lines.next()).value).toMatchObject({ line: 3, status: 202 });
    expect((await lines.next()).value).toMatchObject({ counts: { lines: 3 } });
  });

  it('is decided like any other', async () => {
    const lines = await send(manySheets(5));
    await api.decideAll();
    const { json } = await clinic.get(`/v1/care-sheets/${lines[0].id}`);
    expect(json.status).not.toBe('received');
    expect(await violations()).toEqual(ofTheWorld);
  });
});

describe('a client of a bulk upload', () => {
  it('that goes away leaves whole groups, and nothing of what it did not finish', async () => {
    const before = await count('care_sheets');
    const { request, response } = openBulk(api.url, clinic.token);
    request.on('error', () => undefined);
    const last = testSheet();
    request.write(toLines(manySheets(40)));
    await answerLines(await response).next();
    request.write(JSON.stringify(last).slice(0, -1));
    request.destroy();
    await until(async () => (await count('care_sheets')) === before + 40);
    const byNumber = await clinic.get(`/v1/care-sheets?number=${last.number}`);
    expect(byNumber.json.items).toEqual([]);
    expect(await count('care_sheet_documents')).toBe(before + 40);
    expect(api.log()).not.toMatch(/"level":(50|60)/);
  });

  it('needs the role, the media type and plain content', async () => {
    const insurer = await api.client('CNSS', ['insurer-clerk']);
    const heads = await Promise.all(
      [
        openBulk(api.url, insurer.token),
        openBulk(api.url, clinic.token, { 'Content-Type': 'application/json' }),
        openBulk(api.url, clinic.token, { 'Content-Encoding': 'gzip' }),
        openBulk(api.url, 'nobody'),
      ].map(({ request, response }) => {
        request.end(toLines([testSheet()]));
        return response;
      }),
    );
    expect(heads.map(({ statusCode }) => statusCode)).toEqual([403, 415, 415, 401]);
    for (const head of heads) head.resume();
    expect((await clinic.get('/v1/care-sheets/bulk')).status).toBe(405);
  });

  it('finds it in the description of the API', async () => {
    const { json } = await clinic.get('/openapi.json');
    const { post } = json.paths['/v1/care-sheets/bulk'];
    expect(Object.keys(post.requestBody.content)).toEqual(['application/x-ndjson']);
    expect(Object.keys(post.responses['200'].content)).toEqual(['application/x-ndjson']);
  });
});
