import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from './api-client.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';
import { asOwner } from './test-world.ts';

let api: TestApi;
let clinic: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  clinic = await api.client('clinic-a', ['clinic']);
});
afterAll(() => api?.stop());

/** As before care: without a number, and its lines without a date. */
function planned(changes: Record<string, unknown> = {}) {
  const { number: _number, lines, ...sheet } = testSheet();
  return { ...sheet, lines: lines.map(({ date: _date, ...line }) => line), ...changes };
}

const estimate = (body: unknown, headers?: Record<string, string>) =>
  clinic.post('/v1/estimates', body, headers);

/** Rows of every table, and where every sequence stands. */
function kept(): Promise<Record<string, string>> {
  return asOwner(api.databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ name: string; kind: string }>(
      `SELECT relname AS name, relkind AS kind FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')`,
    );
    const state: Record<string, string> = {};
    for (const { name, kind } of rows) {
      const what = kind === 'S' ? 'last_value::text || is_called::text' : 'count(*)::text';
      const { rows: found } = await owner.query(`SELECT ${what} AS state FROM ${name}`);
      state[name] = found[0].state;
    }
    return state;
  });
}

describe('an estimate', () => {
  it('says who would pay what, under which rules, and that it binds nobody', async () => {
    const { status, json } = await estimate(planned(), { 'Accept-Language': 'en' });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      binding: false,
      outcome: 'approved',
      fund: 'CNSS',
      scheme: 'SALARIED',
      payee: 'provider',
      totals: { fundPays: '72.00', patientPays: '78.00' },
      missing: [],
      reasons: [],
      lines: [
        {
          code: 'C',
          outcome: 'approved',
          tariff: '80.00',
          amounts: { submitted: '150.00', benefit: '72.00', copay: '8.00', excess: '70.00' },
          ruleset: 'AMO-90-100@1',
        },
      ],
    });
    expect(json.statement).toContain('binds nobody');
  });

  it('takes care to come as sent on its last day', async () => {
    const [line] = testSheet().lines;
    const { json } = await estimate(planned({ lines: [{ ...line, date: '2031-05-04' }] }));
    expect(json.receivedOn).toBe('2031-05-04');
    expect(json.outcome).toBe('approved');
  });

  it('speaks the language of the caller', async () => {
    const unknown = planned({ insured: { issuer: 'CNSS', number: '999999999' } });
    for (const [language, words] of [
      ['fr', /ne désignent ensemble aucune personne/],
      ['ar', /لا تدل مجتمعة/],
      ['en', /together name nobody/],
    ] as const) {
      const { json } = await estimate(unknown, { 'Accept-Language': language });
      expect(json.reasons[0].provider).toMatch(words);
      expect(json.reasons[0].remedy).not.toBe('');
    }
  });

  it('tells what is missing: a tariff, and a prescription that the rules ask for', async () => {
    const biology = { number: 1, kind: 'act', code: 'B100', quantity: 1, unitPrice: '110.00' };
    const box = { number: 2, kind: 'medicine', code: '6118000140238', quantity: 1 };
    const lines = [biology, { ...box, unitPrice: '120.00' }];
    const { json } = await estimate(planned({ lines }));
    expect(json.outcome).toBe('pended');
    const told = json.missing.map(({ kind, line }: { kind: string; line: number }) => [kind, line]);
    expect(told).toEqual([
      ['prescription', 1],
      ['prescription', 2],
      ['tariff', 1],
    ]);
    expect(json.totals).toEqual({ amounts: null, fundPays: null, patientPays: null });
    expect(json.lines[1]).toMatchObject({ fundPays: '72.00', patientPays: '48.00' });
  });

  it('refuses what is no care sheet with all errors at once', async () => {
    const lines = [{ number: 1, kind: 'act', code: 'C', quantity: 0, unitPrice: 80, date: '2026' }];
    const { status, json } = await estimate({ ...planned({ lines }), fund: 'cnss', extra: 1 });
    expect(status).toBe(422);
    const pointers = json.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.sort()).toEqual([
      '',
      '/fund',
      '/lines/0/date',
      '/lines/0/quantity',
      '/lines/0/unitPrice',
    ]);
    expect((await estimate('{"lines"')).status).toBe(400);
    const unknown = await estimate(planned({ fund: 'NOFUND' }));
    expect([unknown.status, unknown.json.errors[0].code]).toEqual([422, 'unknown-fund']);
  });

  it('keeps nothing: no row, no audit entry, no number of a sequence', async () => {
    const before = await kept();
    expect(Object.keys(before).length).toBeGreaterThan(30);
    await estimate(planned());
    await estimate(testSheet({ number: 'FSE-NEVER-SENT' }));
    await estimate(planned({ fund: 'NOFUND' }));
    expect(await kept()).toEqual(before);
  });
});

describe('what an estimate does not tell', () => {
  it('is whether the number is unknown or the patient is another', async () => {
    const birthDate = '1990-01-01';
    const wrong = [
      { insured: { issuer: 'CNSS', number: '999999999' } },
      { patient: { relationship: 'self', rank: 0, birthDate } },
      { patient: { relationship: 'child', rank: 3, birthDate } },
    ];
    const answers = [];
    for (const changes of wrong) {
      const { status, json } = await estimate(planned(changes));
      expect(status).toBe(200);
      answers.push({ ...json, estimatedAt: '' });
    }
    expect(answers[0].reasons.map(({ code }: { code: string }) => code)).toEqual([
      'patient-not-identified',
    ]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('is who else treated the patient, or on which sheet', async () => {
    const other = await api.client('clinic-b', ['clinic']);
    const sent = testSheet({ number: 'CANARY-B' });
    await other.post('/v1/care-sheets', sent, newKey());
    await api.decideAll();
    const { text, json } = await estimate(planned(), { 'Accept-Language': 'en' });
    expect(json.lines[0].reasons[0].code).toBe('duplicate');
    expect(text).not.toContain('CANARY');
    expect(text).not.toContain('J20.9');
  });
});

describe('a fund', () => {
  it('estimates what is addressed to it, for those it pays, and nothing else', async () => {
    const clerk = await api.client('CNSS', ['insurer-clerk']);
    const mine = await clerk.post('/v1/estimates', planned());
    expect([mine.status, mine.json.fund]).toEqual([200, 'CNSS']);
    const foreign = await clerk.post('/v1/estimates', planned({ fund: 'CNOPS' }));
    expect(foreign.status).toBe(403);
    const insured = { issuer: 'CNOPS', number: 'P0000001' };
    const hidden = await clerk.post('/v1/estimates', planned({ insured }));
    expect(hidden.json.reasons[0].code).toBe('patient-not-identified');
    // The clinic that treats them is told where to send the sheet.
    const { json } = await estimate(planned({ insured }));
    expect(json.reasons[0].code).toBe('wrong-fund');
  });
});
