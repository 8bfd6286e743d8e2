import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from './api-client.ts';
import { feedSettled, startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';
import { asOwner } from './test-world.ts';

let api: TestApi;
let clinic: ApiClient;
let clerk: ApiClient;
const ids: number[] = [];

beforeAll(async () => {
  api = await startTestApi();
  clinic = await api.client('clinic-a', ['clinic']);
  clerk = await api.client('CNSS', ['insurer-clerk']);
  const [line] = testSheet().lines;
  const sheets = [
    testSheet({ number: 'L-1' }),
    testSheet({ number: 'L-2', insured: { issuer: 'CNSS', number: '999999999' } }),
    // Priced by the letter B, for which the small world has no tariff.
    testSheet({
      number: 'L-3',
      prescription: { date: line?.date },
      lines: [{ ...line, code: 'B100', keyLetter: 'B', coefficient: '100' }],
    }),
    testSheet({ number: 'L-4', provider: { inpe: '100000033' } }),
    testSheet({
      number: 'L-5',
      fund: 'CNOPS',
      insured: { issuer: 'CNOPS', number: 'P0000001' },
    }),
  ];
  for (const sheet of sheets) {
    ids.push((await clinic.post('/v1/care-sheets', sheet, newKey())).json.id);
  }
  await api.decideAll();
  // A transaction of any database of the server, another test's too, holds the feed back.
  await feedSettled(api.databaseUrl);
});
afterAll(() => api?.stop());

async function numbers(client: ApiClient, query: string): Promise<string[]> {
  const { status, json } = await client.get(`/v1/care-sheets?${query}`);
  expect(status).toBe(200);
  return json.items.map((item: { number: string }) => item.number);
}

/** Every item of a list, page by page. */
async function walk(client: ApiClient, path: string): Promise<{ id?: number; code?: string }[]> {
  const items: { id?: number; code?: string }[] = [];
  for (let cursor = ''; ; ) {
    const { json } = await client.get(`${path}${cursor && `&cursor=${cursor}`}`);
    items.push(...json.items);
    if (json.next === null) return items;
    cursor = json.next;
  }
}

describe('the list of care sheets', () => {
  it('comes the newest first, page by page, without a gap or a repetition', async () => {
    for (const limit of [1, 2, 5, 500]) {
      const items = await walk(clinic, `/v1/care-sheets?limit=${limit}`);
      expect(items.map(({ id }) => id)).toEqual([...ids].reverse());
    }
  });

  it.each([
    ['number=L-2', ['L-2']],
    ['status=pended', ['L-3']],
    ['status=decided&fund=CNSS', ['L-4', 'L-2', 'L-1']],
    ['outcome=rejected', ['L-2']],
    ['reason=insured-unknown', ['L-2']],
    ['provider=100000033', ['L-4']],
    ['fund=CNOPS', ['L-5']],
    ['from=2000-01-01&to=2000-12-31', []],
    ['from=2000-01-01', ['L-5', 'L-4', 'L-3', 'L-2', 'L-1']],
  ])('filters by %s', async (query, expected) => {
    expect(await numbers(clinic, query)).toEqual(expected);
  });

  it('shows a fund its own', async () => {
    expect(await numbers(clerk, '')).toEqual(['L-4', 'L-3', 'L-2', 'L-1']);
    expect(await numbers(clerk, 'fund=CNOPS')).toEqual([]);
  });

  it('says for how long a sheet is pended, and why', async () => {
    const headers = { 'Accept-Language': 'en' };
    const { json } = await clerk.get('/v1/care-sheets?status=pended', headers);
    expect(json.items[0].pending).toMatchObject({
      days: 0,
      reasons: [{ code: 'tariff-missing', family: 'price' }],
    });
    const other = await clerk.get('/v1/care-sheets?number=L-1', headers);
    expect(other.json.items[0].pending).toBeNull();
  });
});

describe('the feed as lines', () => {
  const headers = { Accept: 'application/x-ndjson' };
  const linesOf = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('is what the pages are, with a last line to go on from', async () => {
    const { json } = await clerk.get('/v1/adjudications?limit=500');
    expect(json.items.length).toBeGreaterThan(2);
    const whole = await fetchLines('limit=100000');
    expect(whole.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(linesOf(whole.text)).toEqual([...json.items, { next: json.next }]);
  });

  it('ends where it is told to, and goes on from there', async () => {
    const { json } = await clerk.get('/v1/adjudications?limit=500');
    const [first, second, last] = linesOf((await fetchLines('limit=2')).text);
    expect([first, second]).toEqual(json.items.slice(0, 2));
    const rest = linesOf((await fetchLines(`limit=100000&cursor=${last.next}`)).text);
    expect(rest.slice(0, -1)).toEqual(json.items.slice(2));
    const nothing = linesOf((await fetchLines(`limit=9&cursor=${json.next}`)).text);
    expect(nothing).toEqual([{ next: json.next }]);
  });

  it('refuses before the first line, as a problem', async () => {
    for (const query of ['limit=100001', 'limit=0', 'cursor=nonsense']) {
      const answer = await clerk.get(`/v1/adjudications?${query}`, headers);
      expect(answer.status).toBe(400);
    }
    expect((await clerk.get('/v1/adjudications?limit=501')).json.errors).toMatchObject([
      { parameter: 'limit', code: 'not-a-page-size' },
    ]);
  });

  async function fetchLines(query: string) {
    const Authorization = `Bearer ${clerk.token}`;
    const answer = await fetch(`${api.url}/v1/adjudications?${query}`, {
      headers: { ...headers, Authorization },
    });
    return { headers: answer.headers, text: await answer.text() };
  }
});

describe('the feed', () => {
  interface Item {
    kind: string;
    careSheet: { number: string };
    outcome: string | null;
  }

  it('goes on from any place, and has a cursor also when there is nothing', async () => {
    const seen: string[] = [];
    let next = '';
    for (let page = 0; page < 10; page += 1) {
      const { json } = await clerk.get(`/v1/adjudications?limit=1${next && `&cursor=${next}`}`);
      seen.push(...json.items.map((item: Item) => `${item.careSheet.number} ${item.kind}`));
      next = json.next;
    }
    expect(seen.sort()).toEqual(['L-1 decided', 'L-2 decided', 'L-3 pended', 'L-4 decided']);

    const late = testSheet({ number: 'L-6' });
    await clinic.post('/v1/care-sheets', late, newKey());
    expect((await clerk.get(`/v1/adjudications?cursor=${next}`)).json.items).toEqual([]);
    await api.decideAll();
    await feedSettled(api.databaseUrl);
    const { json } = await clerk.get(`/v1/adjudications?cursor=${next}`);
    expect(json.items).toMatchObject([{ kind: 'decided', careSheet: { number: 'L-6' } }]);
  });

  it('never skips what commits late', async () => {
    await feedSettled(api.databaseUrl);
    const start = (await clerk.get('/v1/adjudications?limit=500')).json.next;
    const head = await asOwner(api.databaseUrl, async (slow) => {
      await slow.query('BEGIN');
      await insertEvent(slow, ids[0]);
      // A later transaction commits first: its event must wait for the slow one.
      await asOwner(api.databaseUrl, (fast) => insertEvent(fast, ids[1]));
      const early = await clerk.get(`/v1/adjudications?cursor=${start}`);
      await slow.query('COMMIT');
      return early;
    });
    expect(head.json.items).toEqual([]);
    await feedSettled(api.databaseUrl);
    const { json } = await clerk.get(`/v1/adjudications?cursor=${head.json.next}`);
    const seen = json.items.map((item: Item) => item.careSheet.number);
    expect(seen).toEqual(['L-1', 'L-2']);
  });

  it('says 410 when the database was restored since', async () => {
    const { next } = (await clerk.get('/v1/adjudications')).json;
    await asOwner(api.databaseUrl, (owner) =>
      owner.query('UPDATE installation SET epoch = epoch + 1'),
    );
    const expired = await clerk.get(`/v1/adjudications?cursor=${next}`);
    expect([expired.status, expired.json.type]).toEqual([410, '/problems/cursor-expired']);
    await feedSettled(api.databaseUrl);
    const whole = await walkFeed(clerk);
    expect(whole.length).toBeGreaterThan(4);
  });

  async function walkFeed(client: ApiClient): Promise<Item[]> {
    const items: Item[] = [];
    for (let next = ''; ; ) {
      const { json } = await client.get(`/v1/adjudications?limit=2${next && `&cursor=${next}`}`);
      items.push(...json.items);
      next = json.next;
      if (json.items.length === 0) return items;
    }
  }
});

function insertEvent(owner: Client, id?: number): Promise<unknown> {
  return owner.query(
    `INSERT INTO events (submitter_id, fund_id, epoch, sheet_id, revision, kind, at)
     SELECT submitter_id, fund_id, (SELECT epoch FROM installation), id, revision, 'decided', now()
     FROM care_sheets WHERE id = $1`,
    [id],
  );
}

describe('reference data', () => {
  it('has acts and medicines on a date, by page and by search', async () => {
    const acts = await walk(clinic, '/v1/acts?limit=1');
    expect(acts.map(({ code }) => code)).toEqual(['B100', 'C']);
    const found = await clinic.get('/v1/medicines?search=paratest');
    expect(found.json.items).toMatchObject([{ code: '6118000140238', basePrice: '80.00' }]);
    expect((await clinic.get('/v1/medicines?search=%25%25')).json.items).toEqual([]);
    expect((await clinic.get('/v1/medicines?search=x')).status).toBe(400);
    expect((await clinic.get('/v1/acts?date=2000-01-01')).json.items).toEqual([]);
  });

  it('finds one by its code and date', async () => {
    expect((await clinic.get('/v1/acts/C')).json).toMatchObject({
      keyLetter: 'C',
      coefficient: '1',
    });
    expect((await clinic.get('/v1/acts/C?date=2000-01-01')).status).toBe(404);
    const medicine = await clinic.get('/v1/medicines/6118000140238?date=2020-05-05');
    expect(medicine.json).toMatchObject({ publicPrice: '120.00', validFrom: '2014-01-01' });
    expect((await clinic.get('/v1/medicines/6118000140238?date=2013-12-31')).status).toBe(404);
    expect((await clinic.get('/v1/acts/C?date=soon')).status).toBe(400);
  });

  it('has tariffs with their status and source', async () => {
    const { json } = await clinic.get('/v1/tariffs?grid=TNR&sector=private&date=2026-01-01');
    expect(json.items).toMatchObject([
      { keyLetter: 'C', amount: '80.00', status: 'in-force', fund: null },
      { keyLetter: 'C', amount: '150.00', status: 'signed-not-applied' },
    ]);
  });

  it('has rulesets with their versions and documents', async () => {
    const { json } = await clinic.get('/v1/rulesets');
    expect(json.items).toMatchObject([
      {
        code: 'AMO-90-100',
        version: 1,
        publications: [{ scheme: 'PUBLIC' }, { scheme: 'SALARIED' }],
      },
    ]);
    const one = await clinic.get('/v1/rulesets/AMO-90-100/versions/1');
    expect(one.json.document.coverage[0].source).not.toBe('');
    expect((await clinic.get('/v1/rulesets/AMO-90-100/versions/2')).status).toBe(404);
  });
});
