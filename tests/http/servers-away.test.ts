import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeOnRedis } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';
import type { ApiClient } from './api-client.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';

let api: TestApi;
let clinic: ApiClient;

beforeAll(async () => {
  api = await startTestApi({ patience: 2_500 });
  clinic = await api.client('clinic-a', ['clinic']);
});
afterAll(() => api?.stop());

const readyStatus = async () => (await fetch(`${api.url}/readyz`)).status;

describe('while the database is away', () => {
  it('answers 503, and goes on where it was when it is back', async () => {
    const sheet = testSheet();
    const key = newKey();
    await api.databaseLink.cut();
    try {
      const answer = await clinic.post('/v1/care-sheets', sheet, key);
      expect([answer.status, answer.json.type]).toEqual([503, '/problems/database-unavailable']);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await clinic.get('/v1/care-sheets')).status).toBe(503);
      expect(await readyStatus()).toBe(503);
      expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
      expect((await fetch(`${api.url}/metrics`)).status).toBe(200);
    } finally {
      await api.databaseLink.mend();
    }
    await until(async () => (await readyStatus()) === 200);
    const stored = await clinic.post('/v1/care-sheets', sheet, key);
    expect([stored.status, stored.headers.get('idempotency-hit')]).toEqual([202, null]);
  });
});

describe('while the database is frozen', () => {
  it('answers in time, and the sheet is stored at most once', async () => {
    const sheet = testSheet();
    const key = newKey();
    expect((await clinic.get('/v1/me')).status).toBe(200);
    api.databaseLink.freeze();
    const answers = [
      await clinic.post('/v1/care-sheets', sheet, key),
      await clinic.get('/v1/care-sheets'),
    ];
    api.databaseLink.thaw();
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    // Nobody knew how the first one ended; the same key finds out, or does it now.
    await until(async () => (await clinic.post('/v1/care-sheets', sheet, key)).status === 202);
    const { json } = await clinic.get(`/v1/care-sheets?number=${sheet.number}`);
    expect(json.items).toHaveLength(1);
  });
});

describeOnRedis('while the queue is away', () => {
  it('still takes care sheets in, and says that it is impaired', async () => {
    await api.stopQueue();
    const answer = await clinic.post('/v1/care-sheets', testSheet(), newKey());
    expect(answer.status).toBe(202);
    await until(async () => (await readyStatus()) === 503);
  });
});
