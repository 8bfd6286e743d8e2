import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/arithmetic.ts';
import { until } from '#tests/harness/until.ts';
import { startWorkers, type Workers } from '#workers/start-workers.ts';
import type { ApiClient } from './api-client.ts';
import { draft } from './draft.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';

const SHEETS = 7;
const period = { from: '2020-01-01', to: '2099-12-31' };

let api: TestApi;
let workers: Workers;
let author: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  workers = await startWorkers(api.context);
  author = await api.client('CNSS', ['rules-author']);
  const clinic = await api.client('clinic-a', ['clinic']);
  for (let number = 1; number <= SHEETS; number += 1) {
    const [line] = testSheet().lines;
    const sheet = testSheet({ lines: [{ ...line, date: addDays(line?.date ?? '', -number) }] });
    expect((await clinic.post('/v1/care-sheets', sheet, newKey())).status).toBe(202);
  }
  await api.decideAll();
});

afterAll(async () => {
  await workers?.stop();
  await api?.stop();
});

async function simulate(body: object, client = author) {
  const asked = await client.post('/v1/simulations', { period, ...body });
  expect(asked.status).toBe(202);
  const location = asked.headers.get('location') ?? '';
  expect(location).toBe(asked.json.links.self);
  await until(async () => (await client.get(location)).json.status === 'done');
  return (await client.get(location)).json;
}

describe('a simulation over the API', () => {
  it('of a document tells what changes, and by how much', async () => {
    const { report, progress, ruleset, reportHash } = await simulate({ document: draft });
    expect(progress).toEqual({ sheets: SHEETS, done: SHEETS });
    expect(ruleset).toMatchObject({ code: 'AMO-85-100', version: 0 });
    expect(reportHash).toMatch(/^[0-9a-f]{64}$/);
    expect(report.sheets).toMatchObject({ simulated: SHEETS, failed: 0 });
    expect(report.byFund).toHaveLength(1);
    expect(report.byFund[0].fund).toBe('CNSS');
  });

  it('of the version in force changes nothing', async () => {
    const { report } = await simulate({ ruleset: { code: 'AMO-90-100', version: 1 } });
    expect(report.sheets).toEqual({
      ...{ simulated: SHEETS, changed: 0, unchanged: SHEETS, failed: 0 },
    });
    expect(report.total.difference).toBe('0.00');
    expect(report.lateArrivals).toEqual({ sheets: 0, difference: '0.00' });
  });

  it('gives its changes in pages and in lines, each once', async () => {
    const { links, report } = await simulate({ document: draft });
    const pages: { careSheet: number; difference: string }[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const query: string = next === '' ? '' : `&cursor=${next}`;
      const page: { items: typeof pages; next: string | null } = (
        await author.get(`${links.changes}?limit=2${query}`)
      ).json;
      expect(page.items.length).toBeLessThanOrEqual(2);
      pages.push(...page.items);
      next = page.next;
    }
    expect(pages).toHaveLength(report.sheets.changed);
    expect(report.sheets.changed).toBe(SHEETS);
    expect(new Set(pages.map(({ careSheet }) => careSheet)).size).toBe(SHEETS);
    const streamed = await fetch(`${api.url}${links.changes}?limit=100000`, {
      headers: { Authorization: `Bearer ${author.token}`, Accept: 'application/x-ndjson' },
    });
    const text = await streamed.text();
    const lines = text.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([...pages, { next: null }]);
  });

  it('of the administration counts the sheets of every fund', async () => {
    const admin = await api.client('ADMIN', ['rules-author']);
    const { report } = await simulate({ document: draft }, admin);
    expect(report.sheets.simulated).toBe(SHEETS);
  });

  it('of another fund counts none of them', async () => {
    const other = await api.client('CNOPS', ['rules-approver']);
    const { report } = await simulate({ document: draft }, other);
    expect(report.sheets.simulated).toBe(0);
    expect(report.leftOut).toEqual({});
  });

  it('is its own organisation’s', async () => {
    const { id, links } = await simulate({ document: draft });
    for (const organisation of ['CNOPS', 'ADMIN'] as const) {
      const other = await api.client(organisation, ['rules-author']);
      expect((await other.get(links.self)).status).toBe(404);
      expect((await other.get(links.changes)).status).toBe(404);
      expect((await other.post(`${links.self}/cancel`)).status).toBe(404);
      const listed = (await other.get('/v1/simulations?limit=500')).json.items;
      expect(listed.some((item: { id: number }) => item.id === id)).toBe(false);
    }
    const listed = (await author.get('/v1/simulations')).json.items;
    expect(listed[0]).toMatchObject({ id, status: 'done' });
    expect((await author.post(`${links.self}/cancel`)).json.status).toBe('done');
    const clerk = await api.client('CNSS', ['insurer-clerk']);
    expect((await clerk.get(links.self)).status).toBe(403);
  });

  it('says all that is wrong with the request', async () => {
    const wrong = async (body: object) => {
      const { status, json } = await author.post('/v1/simulations', body);
      const pointers = (json.errors ?? []).map((error: { pointer: string }) => error.pointer);
      return [status, ...pointers.sort()];
    };
    const both = { document: draft, ruleset: { code: 'AMO-90-100', version: 1 } };
    const backwards = { from: '2026-02-01', to: '2026-01-01' };
    expect(await wrong({ ...both, period: backwards })).toEqual([422, '/period/to', '/ruleset']);
    expect(await wrong({ period })).toEqual([422, '/ruleset']);
    const coverage = [{ code: 'X', when: {}, rate: '1.50', source: 'test' }];
    expect(await wrong({ document: { ...draft, coverage }, period: {} })).toEqual([
      ...[422, '/document/coverage/0/rate', '/period/from', '/period/to'],
    ]);
    const absent = { ruleset: { code: 'AMO-90-100', version: 99 }, period };
    expect(await wrong(absent)).toEqual([404]);
  });
});
