import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/arithmetic.ts';
import { casablancaDate } from '#src/clock.ts';
import { checkInvariants } from '#src/pipeline/doctor/doctor.ts';
import type { ApiAnswer } from './api-answer.ts';
import type { ApiClient } from './api-client.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { asOwner } from './test-world.ts';

const RULESETS = '/v1/rulesets/AMO-90-100';
const VERSIONS = `${RULESETS}/versions`;
const ENGLISH = { 'Accept-Language': 'en' };

let api: TestApi;
let author: ApiClient;
let editor: ApiClient;
let approver: ApiClient;
let clinic: ApiClient;
let today: string;
let tomorrow: string;

beforeAll(async () => {
  api = await startTestApi();
  today = casablancaDate(new Date());
  tomorrow = addDays(today, 1);
  author = await api.client('ADMIN', ['rules-author']);
  editor = await api.client('ADMIN', ['rules-author', 'rules-approver']);
  approver = await api.client('ADMIN', ['rules-approver']);
  clinic = await api.client('clinic-a', ['clinic']);
});
afterAll(() => api?.stop());

const tag = ({ json }: ApiAnswer) => ({ 'If-Match': `"${json.contentHash}"` });
const at = ({ json }: ApiAnswer) => `${VERSIONS}/${json.version}`;
const rate = (value: string) => ({ from: 1, changes: [{ path: 'ROUTINE.rate', value }] });

/** A draft of the shipped ruleset with another routine rate, and dates ahead. */
async function draft(value = '0.85', effectiveFrom = tomorrow): Promise<ApiAnswer> {
  const { from, changes } = rate(value);
  const dated = [...changes, { path: 'effectiveFrom', value: effectiveFrom }];
  const answer = await author.post(VERSIONS, { from, changes: dated });
  expect(answer.status).toBe(201);
  return answer;
}

const move = (who: ApiClient, version: ApiAnswer, to: string, body?: unknown) =>
  who.post(`${at(version)}/${to}`, body, { ...tag(version), ...ENGLISH });

async function approved(value?: string, effectiveFrom?: string): Promise<ApiAnswer> {
  const version = await draft(value, effectiveFrom);
  expect((await move(author, version, 'submit')).status).toBe(200);
  expect((await move(approver, version, 'approve')).status).toBe(200);
  return version;
}

async function withdrawScheduled(): Promise<void> {
  const { json } = await author.get(VERSIONS);
  for (const { version, state, contentHash } of json.items) {
    if (state !== 'scheduled') continue;
    const headers = { 'If-Match': `"${contentHash}"` };
    expect(
      (await approver.post(`${VERSIONS}/${version}/withdraw`, undefined, headers)).status,
    ).toBe(200);
  }
}
beforeEach(withdrawScheduled);

const problem = ({ status, json }: ApiAnswer) => [status, json.type];

describe('a draft', () => {
  it('is made from a version with changes, and reviewed', async () => {
    const made = await draft();
    expect(made.headers.get('location')).toBe(at(made));
    expect(made.headers.get('etag')).toBe(`"${made.json.contentHash}"`);
    expect(made.json).toMatchObject({ state: 'draft', publications: [] });
    expect(made.json.document.coverage[2].rate).toBe('0.85');
    expect(made.json.review.submittable).toBe(true);
    expect(made.json.review.cases.untouched).toContainEqual({
      ...{ code: 'ROUTINE', pointer: '/coverage/2' },
    });
    expect(made.json.life).toMatchObject([{ number: 1, kind: 'created' }]);
  });

  it('is made from a document, also for a ruleset that is new', async () => {
    const { json } = await author.get(`${VERSIONS}/1`);
    const document = { ...json.document, code: 'NEW-RULES', schemes: ['OTHER'] };
    const made = await author.post('/v1/rulesets/NEW-RULES/versions', { document });
    expect([made.status, made.json.version]).toEqual([201, 1]);
    const wrong = await author.post(VERSIONS, { document }, ENGLISH);
    expect(wrong.json.errors).toEqual([
      {
        ...{ pointer: '/code', code: 'code-of-another-ruleset' },
        message: 'This document must have the code AMO-90-100, which is that of its address.',
      },
    ]);
  });

  it('is made once for a key', async () => {
    const key = { 'Idempotency-Key': 'draft-once' };
    const [one, two] = await Promise.all([
      author.post(VERSIONS, rate('0.70'), key),
      author.post(VERSIONS, rate('0.70'), key),
    ]);
    expect(one.json.version).toBe(two.json.version);
    const other = await author.post(VERSIONS, rate('0.60'), key);
    expect(problem(other)).toEqual([422, '/problems/key-reused']);
    expect((await editor.post(VERSIONS, rate('0.70'), key)).json.version).not.toBe(
      one.json.version,
    );
  });

  it.each([
    ['nothing to begin from', {}, ''],
    ['both a document and a version', { document: { code: 'AMO-90-100' }, from: 1 }, ''],
    [
      'a field of no row',
      { from: 1, changes: [{ path: 'NONE.rate', value: '1' }] },
      '/changes/0/path',
    ],
    [
      'a number that is not whole',
      { from: 1, changes: [{ path: 'ROUTINE.rate', value: 0.85 }] },
      '/coverage/2/rate',
    ],
  ])('is refused with %s', async (_title, body, pointer) => {
    const answer = await author.post(VERSIONS, body);
    expect(answer.status).toBe(422);
    expect(answer.json.errors).toMatchObject([{ pointer }]);
  });

  it('is not begun from a version that is not there', async () => {
    expect((await author.post(VERSIONS, { from: 99_999 })).status).toBe(404);
  });

  it('is saved under the tag that was read, and only under that', async () => {
    const made = await draft();
    const { document } = made.json;
    const saved = await author.put(at(made), { ...document, title: 'Un' }, tag(made));
    expect(saved.status).toBe(200);
    expect(saved.json.document.title).toBe('Un');
    expect(saved.headers.get('etag')).not.toBe(made.headers.get('etag'));
    const missing = await author.put(at(made), document);
    expect(problem(missing)).toEqual([428, '/problems/if-match-missing']);
    const any = await author.put(at(made), document, { 'If-Match': '*' });
    expect(any.status).toBe(428);
  });

  it('tells who comes late what differs since', async () => {
    const made = await draft();
    const { document } = made.json;
    const coverage = document.coverage.map((row: { code: string }) =>
      row.code === 'ROUTINE' ? { ...row, rate: '0.80' } : row,
    );
    const first = await editor.put(at(made), { ...document, coverage }, tag(made));
    const late = await author.put(at(made), { ...document, title: 'Deux' }, tag(made));
    expect(problem(late)).toEqual([412, '/problems/version-changed']);
    expect(late.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(late.json.changes).toEqual([
      {
        ...{ kind: 'row-changed', list: 'coverage', code: 'ROUTINE' },
        fields: [{ path: 'rate', before: '0.85', after: '0.80' }],
        sentence: 'taux de la ligne ROUTINE : 85 % → 80 %',
      },
    ]);
    expect((await author.get(at(made))).json.document.title).not.toBe('Deux');
    const unknown = { 'If-Match': `"${'0'.repeat(64)}", W/${first.headers.get('etag')}` };
    const answer = await author.put(at(made), { ...document, title: 'Trois' }, unknown);
    expect([answer.status, answer.json.changes]).toEqual([412, null]);
  });

  it('is saved once by who asks again, whatever happened to the answer', async () => {
    const made = await draft();
    const body = { ...made.json.document, title: 'Une fois' };
    for (let time = 0; time < 2; time += 1) {
      expect((await author.put(at(made), body, tag(made))).status).toBe(200);
    }
    const { json } = await author.get(at(made));
    expect(json.life.map(({ kind }: { kind: string }) => kind)).toEqual(['created', 'saved']);
  });

  it('may be wrong, and then is kept but not submitted', async () => {
    const made = await draft();
    const { coverage: _, ...rest } = made.json.document;
    const wrong = await author.put(at(made), { ...rest, extra: 1 }, { ...tag(made), ...ENGLISH });
    expect(wrong.status).toBe(200);
    expect(wrong.json.review).toMatchObject({ submittable: false, cases: null });
    expect(wrong.json.review.issues.length).toBeGreaterThan(1);
    const refused = await move(author, wrong, 'submit');
    expect(problem(refused)).toEqual([422, '/problems/ruleset-unsound']);
    expect(refused.json.errors).toHaveLength(wrong.json.review.issues.length);
    expect((await author.get(`${at(made)}/cases`)).status).toBe(422);
    expect((await author.post(`${at(made)}/validate`)).json.review.submittable).toBe(false);
    expect((await author.get(at(made))).json.state).toBe('draft');
  });

  it('is not submitted with a golden case that fails', async () => {
    const golden = (benefit: string) => ({
      ...{ code: 'CASE-C', title: 'Consultation', date: tomorrow },
      lines: [{ code: 'C', price: '150.00', expect: { benefit, copay: '12.00', excess: '70.00' } }],
    });
    const made = await draft();
    const failing = { ...made.json.document, cases: [golden('72.00')] };
    const saved = await author.put(at(made), failing, tag(made));
    expect(saved.json.review).toMatchObject({ submittable: false, cases: { failed: 1 } });
    const refused = await move(author, saved, 'submit');
    expect(refused.json.review.cases.cases[0].differences).toMatchObject([
      { heading: 'benefit', expected: '72.00', actual: '68.00' },
    ]);
    const mended = { ...failing, cases: [golden('68.00')] };
    const right = await author.put(at(made), mended, tag(saved));
    expect(right.json.review).toMatchObject({ submittable: true, cases: { passed: 1 } });
    const { json } = await author.get(`${at(made)}/cases`);
    expect(json.untouched.map(({ code }: { code: string }) => code)).not.toContain('ROUTINE');
    expect((await move(author, right, 'submit')).json.state).toBe('submitted');
  });
});

describe('two people', () => {
  it('are needed, and neither stands on both sides', async () => {
    const made = await draft();
    const saved = await editor.put(at(made), { ...made.json.document, title: 'E' }, tag(made));
    expect((await move(author, saved, 'submit')).json.state).toBe('submitted');
    for (const to of ['approve', 'return', 'publish']) {
      const body = { return: { remark: 'non, merci' }, publish: {} }[to];
      const alone = await move(editor, saved, to, body);
      expect(problem(alone)).toEqual([403, '/problems/four-eyes']);
      expect((await move(author, saved, to, body)).json.type).toBe('/problems/forbidden');
    }
    expect((await move(approver, saved, 'approve')).json.state).toBe('approved');
    expect((await move(editor, saved, 'publish', {})).json.type).toBe('/problems/four-eyes');
    expect((await move(approver, saved, 'publish', {})).json.state).toBe('scheduled');
  });

  it('stay apart when a version goes back and forth', async () => {
    const made = await draft();
    await move(author, made, 'submit');
    const judge = await api.client('ADMIN', ['rules-author', 'rules-approver']);
    const returned = await move(judge, made, 'return', { remark: 'Citez le décret.' });
    expect(returned.json.state).toBe('draft');
    expect(returned.json.life.at(-1)).toMatchObject({
      kind: 'returned',
      remark: 'Citez le décret.',
    });
    const own = { ...made.json.document, title: 'J' };
    expect(problem(await judge.put(at(made), own, tag(made)))).toEqual([
      403,
      '/problems/four-eyes',
    ]);
    const saved = await author.put(at(made), own, tag(made));
    await move(author, saved, 'submit');
    // Somebody else read the content before it went back.
    expect(problem(await move(approver, made, 'approve'))).toEqual([
      412,
      '/problems/version-changed',
    ]);
    expect((await move(judge, saved, 'approve')).json.state).toBe('approved');
  });

  it('come from the credential alone', async () => {
    const made = await draft();
    await move(author, made, 'submit');
    const { json } = await author.get(at(made));
    const me = (await author.get('/v1/me')).json.clientId;
    expect(json.life.map(({ actor }: { actor: string }) => actor)).toEqual([me, me]);
    const stranger = await api.client('clinic-b', ['rules-approver']);
    expect((await move(stranger, made, 'approve')).status).toBe(403);
  });
});

describe('the way of a version', () => {
  it('has no short cuts', async () => {
    const made = await draft();
    const wrong = (answer: ApiAnswer) => expect(answer.status).toBe(409);
    wrong(await move(approver, made, 'approve'));
    wrong(await move(approver, made, 'publish', {}));
    wrong(await move(approver, made, 'return', { remark: 'trop tôt' }));
    await move(author, made, 'submit');
    wrong(await author.put(at(made), { ...made.json.document, title: 'X' }, tag(made)));
    wrong(await move(approver, made, 'publish', {}));
    await move(approver, made, 'approve');
    wrong(await author.put(at(made), { ...made.json.document, title: 'X' }, tag(made)));
    wrong(await move(author, made, 'submit'));
    wrong(await move(approver, made, 'return', { remark: 'trop tard' }));
    await move(author, made, 'withdraw');
    wrong(await move(approver, made, 'publish', {}));
    wrong(await move(editor, made, 'withdraw'));
  });

  it('is harmless to ask again for', async () => {
    const made = await draft();
    const way: [ApiClient, string, unknown, string][] = [
      [author, 'submit', undefined, 'submitted'],
      [approver, 'return', { remark: 'encore' }, 'draft'],
      [author, 'submit', undefined, 'submitted'],
      [approver, 'approve', undefined, 'approved'],
      [approver, 'publish', {}, 'scheduled'],
      [approver, 'withdraw', undefined, 'withdrawn'],
    ];
    for (const [who, to, body, state] of way) {
      for (let time = 0; time < 2; time += 1) {
        const answer = await move(who, made, to, body);
        expect([answer.status, answer.json.state]).toEqual([200, state]);
      }
    }
    const { json } = await author.get(at(made));
    expect(json.life).toHaveLength(way.length + 1);
  });

  it('asks for the tag at every step', async () => {
    const made = await draft();
    for (const to of ['submit', 'return', 'approve', 'publish', 'withdraw']) {
      const who = to === 'submit' ? author : approver;
      const body = { return: { remark: 'non, merci' }, publish: {} }[to];
      expect((await who.post(`${at(made)}/${to}`, body)).status).toBe(428);
      expect((await who.post(`${VERSIONS}/99999/${to}`, body, tag(made))).status).toBe(404);
    }
    expect((await author.put(`${VERSIONS}/99999`, made.json.document, tag(made))).status).toBe(404);
  });
});

describe('publishing', () => {
  it('schedules from a day ahead, and leaves the days before as they are', async () => {
    const version = await approved();
    const from = addDays(tomorrow, 30);
    const out = await move(approver, version, 'publish', { effectiveFrom: from });
    expect(out.json).toMatchObject({
      state: 'scheduled',
      publications: [
        { scheme: 'PUBLIC', validFrom: from, validTo: null },
        { scheme: 'SALARIED', validFrom: from, validTo: null },
      ],
    });
    const first = await clinic.get(`${VERSIONS}/1`);
    expect(first.json).toMatchObject({ state: 'in-force', life: null });
    expect(first.json.publications[0].validTo).toBe(addDays(from, -1));
  });

  it('refuses a day that has begun, and says from when', async () => {
    const version = await approved('0.85', today);
    for (const body of [{}, { effectiveFrom: today }, { effectiveFrom: '2020-01-01' }]) {
      const refused = await move(approver, version, 'publish', body);
      expect(refused.status).toBe(422);
      expect(refused.json.errors).toMatchObject([
        { pointer: '/effectiveFrom', code: 'effective-date-begun' },
      ]);
      expect(refused.json.errors[0].message).toContain(`from ${tomorrow} on`);
    }
    const reversed = { effectiveFrom: addDays(tomorrow, 5), effectiveTo: tomorrow };
    const refused = await move(approver, version, 'publish', reversed);
    expect(refused.json.errors).toMatchObject([{ pointer: '/effectiveTo' }]);
    expect((await author.get(at(version))).json.state).toBe('approved');
  });

  it('pushes nothing aside that is scheduled, unless it begins before', async () => {
    const later = await approved('0.80', addDays(tomorrow, 60));
    const earlier = await approved('0.85', addDays(tomorrow, 10));
    await move(approver, later, 'publish', {});
    const taken = await move(approver, earlier, 'publish', {});
    expect(problem(taken)).toEqual([409, '/problems/schedule-taken']);
    expect(taken.json.taken).toContainEqual(
      expect.objectContaining({ scheme: 'SALARIED', version: later.json.version }),
    );
    const between = { effectiveTo: addDays(tomorrow, 59) };
    expect((await move(approver, earlier, 'publish', between)).status).toBe(200);
    const last = await approved('0.75', addDays(tomorrow, 90));
    expect((await move(approver, last, 'publish', {})).status).toBe(200);
    const { json } = await author.get(at(later));
    expect(json.publications[0].validTo).toBe(addDays(tomorrow, 89));
  });
});

describe('withdrawing', () => {
  const inForce = async () => {
    const { json } = await author.get(VERSIONS);
    return json.items.flatMap((item: { version: number; publications: { scheme: string }[] }) =>
      item.publications
        .filter(({ scheme }) => scheme === 'SALARIED')
        .map((publication) => ({ version: item.version, ...publication })),
    );
  };

  it('gives scheduled days back to who had them, also past what was withdrawn before', async () => {
    const before = await inForce();
    const one = await approved('0.85', addDays(tomorrow, 10));
    await move(approver, one, 'publish', {});
    const two = await approved('0.80', addDays(tomorrow, 20));
    await move(approver, two, 'publish', {});
    await move(approver, one, 'withdraw');
    expect(await inForce()).toMatchObject([
      { version: 1, validTo: addDays(tomorrow, 19) },
      { version: two.json.version, validTo: null },
    ]);
    await move(approver, two, 'withdraw');
    expect(await inForce()).toEqual(before);
  });

  it('is for who may publish, once a version is scheduled', async () => {
    const version = await approved();
    await move(approver, version, 'publish', {});
    expect(problem(await move(author, version, 'withdraw'))).toEqual([403, '/problems/forbidden']);
    expect((await move(approver, version, 'withdraw')).json.state).toBe('withdrawn');
  });

  it('is too late once a version is in force', async () => {
    const first = await author.get(`${VERSIONS}/1`);
    expect(problem(await move(approver, first, 'withdraw'))).toEqual([
      409,
      '/problems/version-in-force',
    ]);
  });
});

describe('rolling back', () => {
  const rollback = (body: unknown, headers = {}) =>
    author.post(`${RULESETS}/rollback`, body, headers);

  it('submits an earlier content with a new date, which walks the same way', async () => {
    const body = { to: 1, effectiveFrom: addDays(tomorrow, 5) };
    const key = { 'Idempotency-Key': 'back-once' };
    const back = await rollback(body, key);
    expect([back.status, back.json.state]).toEqual([201, 'submitted']);
    expect((await rollback(body, key)).json.version).toBe(back.json.version);
    const differs = await author.get(`${at(back)}/diff?with=1`);
    expect(differs.json.changes).toMatchObject([{ kind: 'field-changed', path: 'effectiveFrom' }]);
    expect((await move(approver, back, 'approve')).status).toBe(200);
    expect((await move(approver, back, 'publish', {})).json.state).toBe('scheduled');
  });

  it('comes only from what was published, and only for days ahead', async () => {
    const made = await draft();
    const unpublished = { to: made.json.version, effectiveFrom: tomorrow };
    expect(problem(await rollback(unpublished))).toEqual([409, '/problems/version-not-published']);
    expect((await rollback({ to: 99_999, effectiveFrom: tomorrow })).status).toBe(404);
    expect((await rollback({ to: 1, effectiveFrom: today })).status).toBe(422);
    expect((await rollback({ to: 1 })).status).toBe(422);
  });
});

describe('what is not out yet', () => {
  it('is for those who make rules, and for nobody else', async () => {
    const made = await draft();
    const auditor = await api.client('CNSS', ['auditor']);
    expect((await auditor.get(at(made))).json.life).toHaveLength(1);
    expect((await clinic.get(at(made))).status).toBe(404);
    expect((await clinic.get(`${at(made)}/diff?with=1`)).status).toBe(404);
    const seen = async (who: ApiClient, path: string) =>
      (await who.get(path)).json.items.map(({ version }: { version: number }) => version);
    expect(await seen(clinic, VERSIONS)).not.toContain(made.json.version);
    expect(await seen(auditor, VERSIONS)).toContain(made.json.version);
    expect(await seen(clinic, '/v1/rulesets')).toContain(1);
    expect((await clinic.get('/v1/rulesets/NOTHING/versions')).status).toBe(404);
    expect((await clinic.post(`${at(made)}/validate`)).status).toBe(403);
  });
});

describe('what differs', () => {
  it('is told in the language of the caller', async () => {
    const made = await draft();
    const words = async (language: string) => {
      const path = `${at(made)}/diff?with=1`;
      const { json } = await author.get(path, { 'Accept-Language': language });
      return json.changes.map(({ sentence }: { sentence: string }) => sentence);
    };
    expect(await words('fr')).toEqual([
      `date d'effet : 2006-09-01 → ${tomorrow}`,
      'taux de la ligne ROUTINE : 90 % → 85 %',
    ]);
    expect((await words('en'))[1]).toBe('rate of row ROUTINE: 90 % → 85 %');
    expect((await words('ar'))[1]).toMatch(/\p{Script=Arabic}/u);
    expect((await author.get(`${at(made)}/diff`)).status).toBe(400);
    expect((await author.get(`${at(made)}/diff?with=99999`)).status).toBe(404);
  });
});

it('leaves every invariant of the rules and of the audit whole', async () => {
  const results = await checkInvariants(api.context);
  expect(results.filter(({ violations }) => violations > 0)).toEqual([]);
  const { rows } = await asOwner(api.databaseUrl, (owner) =>
    owner.query<{ steps: string; entries: string }>(
      `SELECT (SELECT count(*) FROM ruleset_steps WHERE actor LIKE 'client-%') AS steps,
         (SELECT count(*) FROM audit_entries WHERE action LIKE 'ruleset.%'
           AND actor LIKE 'client-%') AS entries`,
    ),
  );
  expect(Number(rows[0]?.steps)).toBeGreaterThan(50);
  expect(rows[0]?.entries).toBe(rows[0]?.steps);
});
