// A worker that does one kind of work leaves the other to those who do it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '#tests/harness/until.ts';
import { startWorkers, type Work } from '#workers/start-workers.ts';
import type { ApiClient } from './api-client.ts';
import { draft } from './draft.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';

let api: TestApi;
let clinic: ApiClient;
let author: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  clinic = await api.client('clinic-a', ['clinic']);
  author = await api.client('CNSS', ['rules-author']);
});

afterAll(() => api?.stop());

async function submit(): Promise<() => Promise<string>> {
  const { status, json } = await clinic.post('/v1/care-sheets', testSheet(), newKey());
  expect(status).toBe(202);
  return async () => (await clinic.get(json.links.self)).json.status;
}

async function simulate(): Promise<() => Promise<string>> {
  const period = { from: '2020-01-01', to: '2020-12-31' };
  const { status, json } = await author.post('/v1/simulations', { document: draft, period });
  expect(status).toBe(202);
  return async () => (await author.get(json.links.self)).json.status;
}

async function during<T>(only: Work, work: () => Promise<T>): Promise<T> {
  const workers = await startWorkers(api.context, { only });
  try {
    return await work();
  } finally {
    await workers.stop();
  }
}

it('decides or simulates as it is told, and what it leaves is done by the other', async () => {
  const [sheet, simulation] = [await submit(), await simulate()];
  await during('simulations', () => until(async () => (await simulation()) === 'done'));
  expect(await sheet()).toBe('received');
  const another = await simulate();
  await during('decisions', () => until(async () => (await sheet()) === 'decided'));
  expect(await another()).toBe('planning');
  await during('simulations', () => until(async () => (await another()) === 'done'));
});
