import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, ROLES_OF_ORGANISATION, type Role } from '#src/access/roles.ts';
import { ORGANISATIONS_OF_SCOPE } from '#src/http/route.ts';
import { ROUTES } from '#src/http/routes.ts';
import type { ApiClient } from './api-client.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';
import { ORGANISATIONS, type OrganisationCode } from './test-world.ts';

let api: TestApi;
let mine: ApiClient;
let mineId: number;

beforeAll(async () => {
  api = await startTestApi();
  mine = await api.client('clinic-a', ['clinic']);
  const sheet = testSheet({ number: 'CANARY-A', insured: { issuer: 'CNSS', number: '123456789' } });
  mineId = (await mine.post('/v1/care-sheets', sheet, newKey())).json.id;
  await api.decideAll();
});
afterAll(() => api?.stop());

describe('a care sheet of another organisation', () => {
  const strangers: readonly (readonly [OrganisationCode, Role])[] = [
    ['clinic-b', 'clinic'],
    ['CNOPS', 'insurer-clerk'],
    ['CNOPS', 'reviewing-doctor'],
    ['CNOPS', 'auditor'],
  ];

  it.each(strangers)('is not there for %s as %s', async (organisation, role) => {
    const stranger = await api.client(organisation, [role]);
    const absent = await stranger.get('/v1/care-sheets/999999');
    for (const suffix of ['', '/explanation']) {
      const answer = await stranger.get(`/v1/care-sheets/${mineId}${suffix}`);
      expect(answer.status).toBe(404);
      // The same words as for what does not exist: nothing tells one from the other.
      const { instance: _, ...problem } = answer.json;
      expect(problem).toMatchObject({ type: absent.json.type, detail: absent.json.detail });
    }
    for (const path of [
      '/v1/care-sheets?number=CANARY-A',
      '/v1/care-sheets',
      '/v1/adjudications',
    ]) {
      const answer = await stranger.get(path);
      expect(answer.json.items).toEqual([]);
      expect(answer.text).not.toContain('CANARY');
    }
  });

  it('cannot be cancelled by a stranger, nor by the fund', async () => {
    const stranger = await api.client('clinic-b', ['clinic']);
    expect((await stranger.post(`/v1/care-sheets/${mineId}/cancel`)).status).toBe(404);
    const clerk = await api.client('CNSS', ['insurer-clerk']);
    expect((await clerk.post(`/v1/care-sheets/${mineId}/cancel`)).status).toBe(403);
    expect((await mine.get(`/v1/care-sheets/${mineId}`)).json.status).toBe('decided');
  });

  it('is there for its sender and its fund', async () => {
    const clerk = await api.client('CNSS', ['insurer-clerk']);
    for (const reader of [mine, clerk]) {
      expect((await reader.get(`/v1/care-sheets/${mineId}`)).status).toBe(200);
      expect((await reader.get('/v1/care-sheets?number=CANARY-A')).json.items).toHaveLength(1);
      expect((await reader.get('/v1/adjudications')).json.items).toHaveLength(1);
    }
  });
});

describe('the diagnosis', () => {
  it('is for the sender and the reviewing doctor, never for others of the fund', async () => {
    const readers: [ApiClient, boolean][] = [[mine, true]];
    readers.push([await api.client('CNSS', ['reviewing-doctor']), true]);
    for (const role of ['insurer-clerk', 'settlement-officer', 'settlement-approver', 'auditor']) {
      readers.push([await api.client('CNSS', [role as Role]), false]);
    }
    for (const [reader, sees] of readers) {
      const answer = await reader.get(`/v1/care-sheets/${mineId}`);
      expect(answer.text.includes('J20.9')).toBe(sees);
      const why = await reader.get(`/v1/care-sheets/${mineId}/explanation`);
      expect(why.status).toBe(200);
      if (!sees) expect(why.text).not.toContain('J20.9');
    }
  });
});

describe('roles', () => {
  const clients = new Map<string, ApiClient>();
  const organisations: OrganisationCode[] = ['clinic-a', 'CNSS', 'ADMIN'];

  beforeAll(async () => {
    for (const organisation of organisations) {
      for (const role of ROLES) {
        clients.set(`${organisation} ${role}`, await api.client(organisation, [role]));
      }
    }
  });

  const guarded = ROUTES.filter(({ access }) => access !== 'public');

  it.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s lets in exactly whom it names',
    async (_name, route) => {
      if (route.access === 'public') return;
      const path = route.path.replace(/\{\w+\}/g, '1');
      for (const [name, client] of clients) {
        const [organisation, role] = name.split(' ') as [OrganisationCode, Role];
        const kind = ORGANISATIONS[organisation];
        const inScope = ORGANISATIONS_OF_SCOPE[route.access.scope].includes(kind);
        const admitted = inScope && route.access.roles.includes(role);
        const { status } = await client[route.method](path, route.body && {});
        expect([name, status === 403]).toEqual([name, !admitted]);
      }
      const anonymous = await fetch(api.url + path, { method: route.method.toUpperCase() });
      expect(anonymous.status).toBe(401);
    },
  );

  it('can only be given where the organisation has something to do with them', () => {
    const given = new Set(Object.values(ROLES_OF_ORGANISATION).flat());
    expect([...given].sort()).toEqual([...ROLES].sort());
  });
});
