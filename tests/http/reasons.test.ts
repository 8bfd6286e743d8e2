import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REASON_CODES } from '#domain/decision/reason-codes.ts';
import { checkInvariants } from '#src/pipeline/doctor/doctor.ts';
import { until } from '#tests/harness/until.ts';
import type { ApiClient } from './api-client.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';
import { asOwner } from './test-world.ts';

let api: TestApi;
let clinic: ApiClient;
let author: ApiClient;
let approver: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  clinic = await api.client('clinic-a', ['clinic']);
  author = await api.client('ADMIN', ['rules-author', 'rules-approver']);
  approver = await api.client('ADMIN', ['rules-approver']);
});
afterAll(() => api?.stop());

const EN = { 'Accept-Language': 'en' };

/** A wording that can be told from the shipped one. */
function wording(mark: string) {
  const sentence = {
    fr: `${mark} {issuer} fr.`,
    ar: `${mark} {issuer} ع.`,
    en: `${mark} {issuer}.`,
  };
  return { insured: sentence, provider: sentence, remedy: sentence, legalSource: 'Loi 65-00' };
}

const tagOf = async (code: string) =>
  (await author.get(`/v1/reasons/${code}`)).headers.get('etag') ?? '';

async function propose(code: string, body: unknown) {
  return author.put(`/v1/reasons/${code}`, body, { ...EN, 'If-Match': await tagOf(code) });
}

async function approve(code: string, by = approver) {
  const headers = { ...EN, 'If-Match': await tagOf(code) };
  return by.post(`/v1/reasons/${code}/approve`, undefined, headers);
}

describe('the catalogue of reasons', () => {
  it('has every reason with its family, facts, rules, source and texts', async () => {
    const { json } = await clinic.get('/v1/reasons');
    const codes = json.items.map(({ code }: { code: string }) => code);
    expect(codes.sort()).toEqual(Object.keys(REASON_CODES).sort());
    for (const item of json.items) {
      expect([item.code, item.version, item.inForceSince]).toEqual([item.code, 0, null]);
      expect(item.legalSource.length, item.code).toBeGreaterThan(5);
    }
    const capped = json.items.find(({ code }: { code: string }) => code === 'cap-reached');
    expect(capped).toMatchObject({
      family: 'limit',
      facts: ['row', 'capAmount', 'used', 'remaining', 'benefit'],
      rules: ['cost-sharing/cap'],
    });
    expect(capped.remedy.ar).toMatch(/[\u0600-\u06ff]/);
  });

  it('shows one reason to anybody, and its proposals to those who edit only', async () => {
    const sentence = { fr: 'Déjà : {code}.', ar: 'سبق: {code}.', en: 'Already: {code}.' };
    const body = { insured: sentence, provider: sentence, remedy: sentence, legalSource: 'Loi' };
    expect((await propose('duplicate', body)).json.versions).toHaveLength(1);
    const { status, json } = await clinic.get('/v1/reasons/duplicate');
    expect([status, json.version, json.versions]).toEqual([200, 0, []]);
    expect((await clinic.get('/v1/reasons/no-such-reason')).status).toBe(404);
    expect((await clinic.put('/v1/reasons/too-early', {})).status).toBe(403);
  });
});

describe('a text of a reason', () => {
  const code = 'insured-unknown';
  const unknown = { insured: { issuer: 'CNSS', number: '999999999' } };

  async function told(path: string): Promise<string> {
    return (await clinic.get(path, EN)).json.decision.reasons[0].provider;
  }

  it('is proposed by one, approved by another, and told of what was decided before', async () => {
    const { json } = await clinic.post('/v1/care-sheets', testSheet(unknown), newKey());
    await api.decideAll();
    const shipped = await told(json.links.self);
    const proposed = await propose(code, wording('Nobody at'));
    expect(proposed.status).toBe(200);
    expect(proposed.json).toMatchObject({
      version: 0,
      proposed: true,
      provider: { en: expect.not.stringContaining('Nobody') },
    });
    expect(await told(json.links.self)).toBe(shipped);

    const alone = await approve(code, author);
    expect([alone.status, alone.json.type]).toEqual([403, '/problems/four-eyes']);
    const approved = await approve(code);
    expect(approved.json).toMatchObject({ version: 1, proposed: false });
    expect(approved.json.versions).toMatchObject([{ version: 1, status: 'approved' }]);

    await until(async () => (await told(json.links.self)) === 'Nobody at CNSS.');
    const sheet = (await clinic.get(json.links.self, EN)).json;
    expect(sheet.decision.reasons[0].code).toBe(code);
    const why = await clinic.get(json.links.explanation, EN);
    expect(why.json.reasons[0].remedy).toBe('Nobody at CNSS.');
    const listed = await clinic.get('/v1/reasons');
    const item = listed.json.items.find((each: { code: string }) => each.code === code);
    expect([item.version, item.legalSource]).toEqual([1, 'Loi 65-00']);
    // The same approval again changes nothing.
    expect((await approve(code)).json.versions).toHaveLength(1);
  });

  it('is refused with a message for each fact that the reason does not bear', async () => {
    const body = {
      ...wording('x'),
      insured: { fr: 'Montant {amount}.', ar: 'x {issuer}.', en: 'Open [{issuer}.' },
      remedy: { fr: ' blanks ', ar: 'لا {}.' },
      legalSource: '',
      code: 'other',
    };
    const { status, json } = await propose(code, body);
    expect(status).toBe(422);
    const errors = json.errors.map((error: { pointer: string; code: string }) => [
      ...[error.pointer, error.code],
    ]);
    expect(errors.sort()).toEqual([
      ['', 'unknown-field'],
      ['/insured/en', 'sentence-marks'],
      ['/insured/fr', 'unknown-fact'],
      ['/legalSource', 'not-a-sentence'],
      ['/remedy/ar', 'sentence-marks'],
      ['/remedy/en', 'required'],
      ['/remedy/fr', 'not-a-sentence'],
    ]);
    const fact = json.errors.find((error: { code: string }) => error.code === 'unknown-fact');
    expect(fact.message).toContain('{issuer}');
  });

  it('does not overwrite what its author has not read', async () => {
    const read = await tagOf('too-early');
    const sentence = { fr: 'Dès le {nextOn}.', ar: 'من {nextOn}.', en: 'From {nextOn}.' };
    const body = {
      insured: sentence,
      provider: sentence,
      remedy: sentence,
      legalSource: 'cnss.ma',
    };
    expect((await propose('too-early', body)).status).toBe(200);
    const path = '/v1/reasons/too-early';
    const other = { ...body, legalSource: 'Autre source' };
    const late = await author.put(path, other, { 'If-Match': read });
    expect([late.status, late.json.type]).toEqual([412, '/problems/version-changed']);
    expect((await author.put(path, other)).status).toBe(428);
    expect((await author.put(path, other, { 'If-Match': '*' })).status).toBe(428);
    const stale = await approver.post(`${path}/approve`, undefined, { 'If-Match': read });
    expect(stale.status).toBe(412);
    // The newest proposal takes the place of the one before, which nobody can approve any more.
    expect((await propose('too-early', other)).json.versions).toHaveLength(2);
    expect((await approve('too-early')).json).toMatchObject({
      version: 2,
      legalSource: 'Autre source',
    });
  });

  it('is proposed once by many who send the same at once', async () => {
    const tag = await tagOf('not-reimbursable');
    const sentence = { fr: 'Non : {code}.', ar: 'لا: {code}.', en: 'No: {code}.' };
    const answers = await Promise.all(
      [1, 2, 3, 4].map((turn) => {
        const body = { insured: sentence, provider: sentence, remedy: sentence };
        const legalSource = `Source ${turn}`;
        return author.put(
          '/v1/reasons/not-reimbursable',
          { ...body, legalSource },
          { 'If-Match': tag },
        );
      }),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 412, 412, 412]);
  });

  it('has its proposal and its approval in the audit', async () => {
    const { rows } = await asOwner(api.databaseUrl, (owner) =>
      owner.query(`SELECT action, subject FROM audit_entries
        WHERE action LIKE 'reason.%' AND subject = 'reason:insured-unknown:1' ORDER BY number`),
    );
    expect(rows.map(({ action }) => action)).toEqual(['reason.proposed', 'reason.approved']);
  });

  it('breaks no invariant on its way', async () => {
    const results = await checkInvariants(api.context);
    const broken = results.filter(({ violations }) => violations > 0);
    expect(broken.filter(({ name }) => name.startsWith('wording-'))).toEqual([]);
    expect(results.filter(({ name }) => name.startsWith('wording-'))).toHaveLength(2);
  });

  it('is never changed after, not even by the owner of the database', async () => {
    const change = (statement: string) =>
      asOwner(api.databaseUrl, (owner) => owner.query(statement)).then(
        () => 'changed',
        ({ code: sqlState }: { code: string }) => sqlState,
      );
    expect(await change(`UPDATE reason_versions SET wording = '{}'`)).toBe('23001');
    expect(await change('DELETE FROM reason_versions')).toBe('23001');
  });
});
