import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/arithmetic.ts';
import type { ApiClient } from './api-client.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';

let api: TestApi;
let clinic: ApiClient;
let officer: ApiClient;
let approver: ApiClient;
const today = testSheet().lines[0]?.date;
const ids: number[] = [];

beforeAll(async () => {
  api = await startTestApi();
  clinic = await api.client('clinic-a', ['clinic']);
  officer = await api.client('CNSS', ['settlement-officer']);
  approver = await api.client('CNSS', ['settlement-approver']);
  for (const provider of ['100000017', '100000033']) {
    const sheet = testSheet({ provider: { inpe: provider } });
    ids.push((await clinic.post('/v1/care-sheets', sheet, newKey())).json.id);
  }
  await api.decideAll();
});
afterAll(() => api?.stop());

it('seals what is owed once, and holds what has no RIB', async () => {
  const sealed = await officer.post('/v1/settlement-batches', { upTo: today });
  expect(sealed.status).toBe(201);
  expect(sealed.headers.get('location')).toBe('/v1/settlement-batches/1');
  expect(sealed.json).toMatchObject({
    held: 1,
    batch: {
      ...{ number: 1, entries: 1, payments: 1, held: 1, paidAt: null },
      totals: { submitted: '150.00', benefit: '72.00', copay: '8.00', excess: '70.00' },
    },
  });
  const again = await officer.post('/v1/settlement-batches', { upTo: today });
  expect([again.status, again.json.batch]).toEqual([200, null]);
});

it('shows from a sheet which batch pays it, or why none does', async () => {
  const paid = await clinic.get(`/v1/care-sheets/${ids[0]}`);
  expect(paid.json).toMatchObject({ status: 'settled', settlementBatch: 1, paymentHold: null });
  const held = await clinic.get(`/v1/care-sheets/${ids[1]}`, { 'Accept-Language': 'en' });
  expect(held.json).toMatchObject({ status: 'decided', settlementBatch: null });
  expect(held.json.paymentHold).toMatchObject({ code: 'rib-missing' });
  const cancelled = await clinic.post(`/v1/care-sheets/${ids[0]}/cancel`);
  expect([cancelled.status, cancelled.json.type]).toEqual([409, '/problems/conflict']);
});

it('gives the files, the same bytes each time', async () => {
  const path = '/v1/settlement-batches/1';
  const bordereau = await officer.get(`${path}/bordereau.csv`);
  expect(bordereau.status).toBe(200);
  expect(bordereau.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(bordereau.text).toContain('72.00');
  expect((await approver.get(`${path}/bordereau.csv`)).text).toBe(bordereau.text);
  const payments = await officer.get(`${path}/payments.csv`, { Accept: 'text/csv' });
  expect(payments.text).toContain('Cabinet Test');
  expect((await officer.get(path, { Accept: 'text/csv' })).status).toBe(406);
});

it('is marked as paid by another person than who sealed it', async () => {
  const both = await api.client('CNSS', ['settlement-officer', 'settlement-approver']);
  const [line] = testSheet().lines;
  const sheet = testSheet({ lines: [{ ...line, date: addDays(today ?? '', -1) }] });
  await clinic.post('/v1/care-sheets', sheet, newKey());
  await api.decideAll();
  const sealed = await both.post('/v1/settlement-batches', { upTo: today });
  const path = `/v1/settlement-batches/${sealed.json.batch.number}`;
  expect((await officer.post(`${path}/paid`)).status).toBe(403);
  expect((await both.post(`${path}/paid`)).status).toBe(403);
  expect((await approver.get(path)).json.paidAt).toBeNull();
  for (let time = 0; time < 2; time += 1) {
    const answer = await approver.post(`${path}/paid`);
    expect(answer.status).toBe(200);
    expect(answer.json.paidAt).not.toBeNull();
  }
});

it('belongs to its fund alone', async () => {
  const stranger = await api.client('CNOPS', ['settlement-officer', 'settlement-approver']);
  for (const suffix of ['', '/bordereau.csv', '/payments.csv']) {
    expect((await stranger.get(`/v1/settlement-batches/1${suffix}`)).status).toBe(404);
  }
  expect((await stranger.post('/v1/settlement-batches/1/paid')).status).toBe(404);
  expect((await stranger.get('/v1/settlement-batches')).json.items).toEqual([]);
  const { json } = await officer.get('/v1/settlement-batches?limit=1');
  expect(json.items[0].number).toBe(2);
  const rest = await officer.get(`/v1/settlement-batches?cursor=${json.next}`);
  expect(rest.json.items.map((batch: { number: number }) => batch.number)).toEqual([1]);
});

it('refuses a request that is not right', async () => {
  for (const body of [{}, { upTo: 'today' }, { upTo: today, fundId: 1 }]) {
    expect((await officer.post('/v1/settlement-batches', body)).status).toBe(422);
  }
  expect((await officer.get('/v1/settlement-batches/0')).status).toBe(404);
});
