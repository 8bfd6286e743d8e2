import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '#tests/harness/until.ts';
import type { ApiClient } from './api-client.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';
import { asOwner } from './test-world.ts';

let api: TestApi;
let clinic: ApiClient;
let doctor: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  clinic = await api.client('clinic-a', ['clinic']);
  doctor = await api.client('CNSS', ['reviewing-doctor']);
});
afterAll(() => api?.stop());

async function count(table: string): Promise<number> {
  const { rows } = await asOwner(api.databaseUrl, (owner) =>
    owner.query<{ count: string }>(`SELECT count(*) FROM ${table}`),
  );
  return Number(rows[0]?.count);
}

describe('submitting', () => {
  it('acknowledges after it is stored, and tells the decision later', async () => {
    const sheet = testSheet();
    const sent = await clinic.post('/v1/care-sheets', sheet, newKey());
    expect(sent.status).toBe(202);
    const self = `/v1/care-sheets/${sent.json.id}`;
    expect(sent.headers.get('location')).toBe(self);
    expect(sent.headers.get('idempotency-hit')).toBeNull();
    expect(sent.json).toMatchObject({ number: sheet.number, status: 'received', warnings: [] });

    const early = await clinic.get(self);
    expect(early.json).toMatchObject({ status: 'received', decision: null });
    expect((await clinic.get(`${self}/explanation`)).status).toBe(404);

    await api.decideAll();
    const late = await clinic.get(self, { 'Accept-Language': 'en' });
    expect(late.json).toMatchObject({
      status: 'decided',
      submitter: 'clinic-a',
      decision: {
        revision: 1,
        outcome: 'approved',
        scheme: 'SALARIED',
        payee: { kind: 'provider', key: '100000017' },
        totals: {
          submitted: '150.00',
          eligible: '80.00',
          benefit: '72.00',
          copay: '8.00',
          overCap: '0.00',
          excess: '70.00',
          disallowed: '0.00',
        },
        lines: [{ number: 1, outcome: 'approved', ruleset: 'AMO-90-100@1', tariff: '80.00' }],
      },
      settlementBatch: null,
      paymentHold: null,
    });
  });

  it('explains a decision step by step, down to the amounts', async () => {
    const { json } = await clinic.post('/v1/care-sheets', testSheet(), newKey());
    await api.decideAll();
    const { status, json: why } = await doctor.get(json.links.explanation);
    expect(status).toBe(200);
    const [line] = why.lines;
    expect(line.ruleset).toEqual({ id: 'AMO-90-100@1', from: '2006-09-01', to: null });
    expect(line.start).toMatchObject({ submitted: '150.00', benefit: '0.00' });
    expect(line.steps.length).toBeGreaterThan(1);
    const { eligible: _eligible, ...headings } = line.amounts;
    expect(line.steps.at(-1).balance).toEqual({ ...headings, submitted: '0.00' });
    expect(line.steps[1]).toMatchObject({
      rule: 'pricing/key-letter-tariff',
      tariff: { row: 'C', grid: 'TNR', sector: 'private', value: '80.00', coefficient: '1' },
    });
  });

  it.each([
    ['fr', 'Le régime a des règles à la date des soins'],
    ['ar', 'للنظام قواعد سارية في تاريخ العلاج'],
    ['en', 'The scheme has a ruleset on the date of care'],
  ])('names the rules in %s', async (language, title) => {
    const { json } = await clinic.post('/v1/care-sheets', testSheet(), newKey());
    await api.decideAll();
    const headers = { 'Accept-Language': language };
    const { json: why } = await doctor.get(json.links.explanation, headers);
    expect([why.language, why.lines[0].steps[0].title]).toEqual([language, title]);
  });

  it('tells the reasons of a denial in the language of the caller', async () => {
    const unknown = testSheet({ insured: { issuer: 'CNSS', number: '999999999' } });
    const { json } = await clinic.post('/v1/care-sheets', unknown, newKey());
    await api.decideAll();
    const sentences = await Promise.all(
      ['fr', 'ar', 'en'].map(async (language) => {
        const answer = await clinic.get(json.links.self, { 'Accept-Language': language });
        expect(answer.json.decision.outcome).toBe('rejected');
        const reason = answer.json.decision.reasons[0];
        expect(reason).toMatchObject({ code: 'insured-unknown', family: 'eligibility' });
        expect(reason.remedy).not.toBe('');
        return reason.insured;
      }),
    );
    expect(new Set(sentences).size).toBe(3);
  });

  it('warns of a barcode without refusing it', async () => {
    const [line] = testSheet().lines;
    const { date } = line ?? {};
    const medicine = {
      number: 1,
      kind: 'medicine',
      code: '6118000140213',
      quantity: 1,
      unitPrice: '10.00',
      date,
    };
    const sheet = testSheet({ lines: [medicine] });
    const checked = await clinic.post('/v1/care-sheets/validate', sheet);
    expect(checked.json).toMatchObject({ valid: true, warnings: [{ pointer: '/lines/0/code' }] });
    const sent = await clinic.post('/v1/care-sheets', sheet, newKey());
    expect(sent.json.warnings).toEqual(checked.json.warnings);
  });

  it('stores nothing when it only validates', async () => {
    const before = await count('care_sheets');
    expect((await clinic.post('/v1/care-sheets/validate', testSheet())).status).toBe(200);
    expect((await clinic.post('/v1/care-sheets/validate', {})).status).toBe(422);
    expect(await count('care_sheets')).toBe(before);
  });

  it('says that a fund is not here', async () => {
    const sent = await clinic.post('/v1/care-sheets', testSheet({ fund: 'NOFUND' }), newKey());
    expect(sent.status).toBe(422);
    expect(sent.json.errors).toMatchObject([{ pointer: '/fund', code: 'unknown-fund' }]);
  });
});

describe('idempotency', () => {
  it('needs a key', async () => {
    const missing = await clinic.post('/v1/care-sheets', testSheet());
    expect([missing.status, missing.json.type]).toEqual([400, '/problems/idempotency-key-missing']);
    for (const key of ['a b', 'é', 'x'.repeat(256)]) {
      const headers = { 'Idempotency-Key': key };
      const wrong = await clinic.post('/v1/care-sheets', testSheet(), headers);
      expect([wrong.status, wrong.json.type]).toEqual([400, '/problems/idempotency-key-invalid']);
    }
  });

  it('replays the answer, also when fields and blanks moved', async () => {
    const sheet = testSheet();
    const key = newKey();
    const first = await clinic.post('/v1/care-sheets', sheet, key);
    await api.decideAll();
    const moved = JSON.stringify(Object.fromEntries(Object.entries(sheet).reverse()), null, 2);
    const second = await clinic.post('/v1/care-sheets', moved, key);
    expect(second.status).toBe(202);
    expect(second.headers.get('idempotency-hit')).toBe('true');
    expect(second.json).toEqual(first.json);
  });

  it('refuses a key for another body, and a number under another key', async () => {
    const sheet = testSheet();
    const key = newKey();
    const first = await clinic.post('/v1/care-sheets', sheet, key);
    const reused = await clinic.post('/v1/care-sheets', testSheet(), key);
    expect([reused.status, reused.json.type]).toEqual([422, '/problems/key-reused']);
    const taken = await clinic.post('/v1/care-sheets', sheet, newKey());
    expect([taken.status, taken.json.type]).toEqual([409, '/problems/number-taken']);
    expect(taken.json.id).toBe(first.json.id);
  });

  it('lets another sender use the same key and number, without a hint of the first', async () => {
    const other = await api.client('clinic-b', ['clinic']);
    const sheet = testSheet();
    const key = newKey();
    const mine = await clinic.post('/v1/care-sheets', sheet, key);
    const theirs = await other.post('/v1/care-sheets', sheet, key);
    expect([mine.status, theirs.status]).toEqual([202, 202]);
    expect(theirs.json.id).not.toBe(mine.json.id);
    expect(theirs.headers.get('idempotency-hit')).toBeNull();
  });

  it('stores one sheet when the same request comes fifty times at once', async () => {
    const before = await count('care_sheets');
    const sheet = testSheet();
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => clinic.post('/v1/care-sheets', sheet, key)),
    );
    expect(await count('care_sheets')).toBe(before + 1);
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].filter((status) => status !== 202 && status !== 409)).toEqual([]);
    expect(statuses.has(202)).toBe(true);
    const ids = answers.filter(({ status }) => status === 202).map(({ json }) => json.id);
    expect(new Set(ids).size).toBe(1);
    for (const { status, json } of answers) {
      if (status === 409) expect(json.type).toBe('/problems/in-progress');
    }
  });

  it('stores one sheet when the same number comes fifty times under different keys', async () => {
    const before = await count('care_sheets');
    const sheet = testSheet();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => clinic.post('/v1/care-sheets', sheet, newKey())),
    );
    expect(await count('care_sheets')).toBe(before + 1);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49);
  });
});

describe('cancelling', () => {
  it('cancels once and for all what is not settled', async () => {
    const { json } = await clinic.post('/v1/care-sheets', testSheet(), newKey());
    await api.decideAll();
    for (let time = 0; time < 2; time += 1) {
      const answer = await clinic.post(`${json.links.self}/cancel`);
      expect([answer.status, answer.json.status]).toEqual([200, 'cancelled']);
    }
    expect((await clinic.get(json.links.self)).json.status).toBe('cancelled');
  });
});

describe('waiting for the decision', () => {
  const preferring = (wait: string) => ({ ...newKey(), Prefer: `respond-async, wait=${wait}` });
  const somethingWaits = () => until(async () => (await count('outbox_chunks')) > 0);

  it('answers with the sheet and its decision as soon as it is there', async () => {
    const headers = preferring('10');
    const sheet = testSheet();
    const sending = clinic.post('/v1/care-sheets', sheet, headers);
    await somethingWaits();
    await api.decideAll();
    const sent = await sending;
    expect(sent.status).toBe(200);
    expect(sent.headers.get('preference-applied')).toBe('wait');
    expect(sent.json).toMatchObject({ number: sheet.number, decision: { revision: 1 } });
    expect(sent.headers.get('location')).toBe(sent.json.links.self);
    expect((await clinic.get(sent.json.links.self)).json).toEqual(sent.json);

    const again = await clinic.post('/v1/care-sheets', sheet, headers);
    expect(again.status).toBe(200);
    expect(again.headers.get('idempotency-hit')).toBe('true');
    expect(again.json).toEqual(sent.json);
  });

  it('answers many that wait at once, each with its own sheet', async () => {
    const sheets = Array.from({ length: 12 }, () => testSheet());
    const sending = sheets.map((sheet) => clinic.post('/v1/care-sheets', sheet, preferring('10')));
    let isOver = false;
    const deciding = (async () => {
      while (!isOver) {
        await somethingWaits();
        await api.decideAll();
      }
    })();
    const answers = await Promise.all(sending);
    isOver = true;
    expect(answers.map(({ status, json }) => [status, json.number, json.status])).toEqual(
      sheets.map(({ number }) => [200, number, 'decided']),
    );
    await clinic.post('/v1/care-sheets', testSheet(), newKey());
    await deciding;
  });

  it('acknowledges when nobody decides in time', async () => {
    const sent = await clinic.post('/v1/care-sheets', testSheet(), preferring('1'));
    expect(sent.status).toBe(202);
    expect(sent.headers.get('preference-applied')).toBeNull();
    expect(sent.json.status).toBe('received');
    await api.decideAll();
  });
});

describe('an explanation', () => {
  it.each([
    ['fr', "n'a pas encore de décision"],
    ['ar', 'لم يُتخذ بعد قرار'],
    ['en', 'has no decision yet'],
  ])('is not there before the decision, and says so in %s', async (language, words) => {
    const { json } = await clinic.post('/v1/care-sheets', testSheet(), newKey());
    const headers = { 'Accept-Language': language };
    const early = await clinic.get(json.links.explanation, headers);
    expect(early.status).toBe(404);
    expect(early.json).toMatchObject({ type: '/problems/not-decided' });
    expect(early.json.detail).toContain(words);
  });
});
