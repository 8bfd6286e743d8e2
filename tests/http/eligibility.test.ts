import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from './api-client.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';
import { asOwner } from './test-world.ts';

let api: TestApi;
let clinic: ApiClient;
let clerk: ApiClient;

const insured = { issuer: 'CNSS', number: '123456789' };
const patient = { rank: 0, birthDate: '1980-05-10' };

beforeAll(async () => {
  api = await startTestApi();
  clinic = await api.client('clinic-a', ['clinic']);
  clerk = await api.client('CNSS', ['insurer-clerk']);
  await asOwner(api.databaseUrl, (owner) => owner.query(CROWN));
});
afterAll(() => api?.stop());

/** A dental prosthesis of 2,000.00, for the cap of the shipped ruleset. */
const CROWN = `
  INSERT INTO acts (code, title, category, pricing, reimbursable, valid_from, recorded_revision)
  VALUES ('CROWN', 'Couronne', 'dental-prosthesis', 'package', true, '2006-09-01', 1);
  INSERT INTO tariffs (grid, item_kind, item, sector, amount, valid_from, status, source,
    recorded_revision)
  VALUES ('TNR', 'act', 'CROWN', 'private', 200000, '2006-09-01', 'in-force', 'test', 1)`;

const ask = (body: object) =>
  clinic.post('/v1/eligibility', { insured, patient, ...body }, { 'Accept-Language': 'en' });

describe('eligibility', () => {
  it('says that rights are open, under which scheme, fund and ruleset', async () => {
    const { status, json } = await ask({ date: '2026-03-01' });
    expect(status).toBe(200);
    expect(json).toEqual({
      date: '2026-03-01',
      open: true,
      reasons: [],
      scheme: 'SALARIED',
      fund: 'CNSS',
      ruleset: { id: 'AMO-90-100@1', from: '2006-09-01', to: null },
      ageLimit: null,
    });
  });

  it('says why they are not, and what to do', async () => {
    const { json } = await ask({ date: '2019-12-31' });
    expect(json.open).toBe(false);
    expect(json.reasons.map(({ code }: { code: string }) => code)).toEqual([
      'scheme-unknown',
      'rights-not-open',
    ]);
    expect(json.reasons[1].remedy).toContain('Have the rights opened');
  });

  it('gives one answer for all whom the caller cannot name exactly, and no name', async () => {
    const date = '2026-03-01';
    const answers = await Promise.all([
      ask({ date, insured: { issuer: 'CNSS', number: '999999999' } }),
      ask({ date, patient: { rank: 0, birthDate: '1980-05-11' } }),
      ask({ date, patient: { rank: 1, birthDate: '1980-05-10' } }),
    ]);
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).toBe(answers[0]?.text);
    }
    expect(answers[0]?.json.reasons[0].code).toBe('patient-not-identified');
    expect((await ask({})).text).not.toContain('CANARY');
  });

  it('is told to a fund of its own insured only', async () => {
    const other = await api.client('CNOPS', ['insurer-clerk']);
    const own = await clerk.post('/v1/eligibility', { insured, patient });
    const foreign = await other.post('/v1/eligibility', { insured, patient });
    expect([own.json.open, foreign.json.open]).toEqual([true, false]);
    expect(foreign.json.reasons[0].code).toBe('patient-not-identified');
  });

  it('refuses what it cannot read with all errors at once', async () => {
    const { status, json } = await ask({
      insured: { issuer: 'CNSS', number: '12' },
      patient: { rank: 100, birthDate: '1980-13-01' },
      name: 'x',
    });
    expect(status).toBe(422);
    expect(json.errors).toHaveLength(4);
  });

  it('stops answering who tries one number after the other, about anybody', async () => {
    const guesser = await api.client('clinic-b', ['clinic']);
    const guess = (number: number) =>
      guesser.post('/v1/eligibility', {
        insured: { issuer: 'CNSS', number: `${number}` },
        patient,
      });
    expect((await guess(123_456_789)).json.open).toBe(true);
    for (let number = 200_000_000; number < 200_000_060; number += 1) await guess(number);
    const refused = await guess(123_456_789);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await guesser.post('/v1/estimates', testSheet())).status).toBe(429);
    // The others go on.
    expect((await ask({})).status).toBe(200);
  });
});

describe('the accumulators of an insured', () => {
  const path = '/v1/insured/CNSS/123456789/accumulators';

  it('show each cap with its window and what is left', async () => {
    const { status, json } = await clerk.get(`${path}?date=2026-03-31`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ date: '2026-03-31', scheme: 'SALARIED', ruleset: 'AMO-90-100@1' });
    expect(json.items).toEqual([
      {
        cap: 'CAP-DENTAL-PROSTHESIS',
        per: 'patient',
        patientRank: 0,
        window: {
          kind: 'sliding-months',
          months: 24,
          from: '2024-04-01',
          to: '2026-03-31',
        },
        amount: '3000.00',
        used: '0.00',
        remaining: '3000.00',
        source: expect.stringContaining('plafond'),
      },
    ]);
  });

  it('move by what a decision paid, and an estimate says so beforehand', async () => {
    const crown = { number: 1, kind: 'act', code: 'CROWN', quantity: 1, unitPrice: '2000.00' };
    const date = testSheet().lines[0]?.date;
    const sheet = () => testSheet({ lines: [{ ...crown, date }] });
    const first = await clinic.post('/v1/estimates', sheet());
    expect(first.json.lines[0].accumulators).toMatchObject([
      { row: 'CAP-DENTAL-PROSTHESIS', kind: 'benefit', limit: '3000.00', before: '0.00' },
    ]);
    await clinic.post('/v1/care-sheets', sheet(), newKey());
    await api.decideAll();
    const { json } = await clerk.get(path);
    const [item] = json.items;
    expect([item.used, item.remaining]).toEqual(['1800.00', '1200.00']);
    expect(first.json.lines[0].accumulators[0].after).toBe(item.used);
  });

  it('are not there for another fund, nor for who is unknown, in the same words', async () => {
    const other = await api.client('CNOPS', ['auditor']);
    const [foreign, absent] = [
      await other.get(path),
      await other.get('/v1/insured/CNOPS/X0000009/accumulators'),
    ];
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    expect({ ...foreign.json, instance: '' }).toEqual({ ...absent.json, instance: '' });
    expect((await clinic.get(path)).status).toBe(403);
    expect((await clerk.get(`${path}?date=2026-02-30`)).status).toBe(400);
  });
});
