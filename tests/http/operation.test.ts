import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES_OF_ORGANISATION } from '#src/access/roles.ts';
import type { Api } from '#src/http/api.ts';
import { buildApp } from '#src/http/create-app.ts';
import type { Route } from '#src/http/route.ts';
import { ROUTES } from '#src/http/routes.ts';
import { startServer } from '#src/http/start-server.ts';
import { rulesetJsonSchema } from '#src/intake/ruleset-json-schema.ts';
import { until } from '#tests/harness/until.ts';
import { read } from './api-answer.ts';
import { checkAnswer } from './check-answer.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';
import { asOwner } from './test-world.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api?.stop());

async function get(path: string) {
  const answer = await read(await fetch(api.url + path));
  checkAnswer('get', path, answer);
  return answer;
}

describe('readiness', () => {
  it('holds while database, migrations and queue are there', async () => {
    expect((await get('/healthz')).json).toEqual({ status: 'live' });
    const ready = await get('/readyz');
    expect(ready.json).toEqual({ ready: true, database: 'ok', migrations: 'ok', queue: 'ok' });
    expect(ready.status).toBe(200);
  });

  it('ends when a migration is missing, and comes back', async () => {
    const shift = (by: number) =>
      asOwner(api.databaseUrl, (owner) =>
        owner.query('UPDATE drizzle.__drizzle_migrations SET created_at = created_at + $1', [by]),
      );
    await shift(-1);
    await until(async () => (await get('/readyz')).status === 503);
    const impaired = await get('/readyz');
    expect(impaired.json).toMatchObject({ ready: false, database: 'ok', migrations: 'failing' });
    await shift(1);
    await until(async () => (await get('/readyz')).status === 200);
  });
});

describe('metrics', () => {
  it('count what came in and what waits', async () => {
    const clinic = await api.client('clinic-a', ['clinic']);
    await clinic.post('/v1/care-sheets', testSheet(), newKey());
    await clinic.get('/v1/care-sheets/12345');
    const { text, headers } = await get('/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text).toContain('tasfiya_care_sheets_submitted_total{result="accepted"} 1');
    expect(text).toContain('tasfiya_care_sheets_open{status="received"} 1');
    expect(text).toMatch(/tasfiya_outbox_chunks 1/);
    expect(text).toMatch(/tasfiya_queue_jobs\{state="waiting"\} \d/);
    // The route as the table writes it: no id becomes a label.
    expect(text).toContain('route="/v1/care-sheets/{id}",status="404"');
    expect(text).not.toContain('12345');
  });
});

describe('the description in OpenAPI', () => {
  it('has every route of the table, with its schemas and roles', async () => {
    const { json } = await get('/openapi.json');
    expect(json.openapi).toBe('3.1.0');
    for (const { path, method, access, answers, body, query } of ROUTES) {
      const operation = json.paths[path]?.[method];
      expect(operation, `${method} ${path}`).toBeDefined();
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining([...Object.keys(answers), 'default']),
      );
      expect(operation.requestBody !== undefined).toBe(body !== undefined);
      expect(operation.security).toEqual(access === 'public' ? [] : [{ client: [] }]);
      const described = (operation.parameters ?? []).map(({ name }: { name: string }) => name);
      expect(described).toEqual(expect.arrayContaining(Object.keys(query?.shape ?? {})));
    }
    const operations = Object.values(json.paths).flatMap((path) => Object.values(path as object));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ROUTES.length);
    expect(Object.keys(json.components.schemas)).toEqual(
      expect.arrayContaining(['CareSheetSubmission', 'CareSheet', 'Decision', 'Problem', 'Amount']),
    );
  });
});

describe('the JSON Schema of a ruleset', () => {
  it('is for everybody, as the code has it', async () => {
    const { status, json, headers } = await get('/v1/schemas/ruleset');
    expect([status, headers.get('content-type')]).toEqual([
      200,
      'application/schema+json; charset=utf-8',
    ]);
    expect(json).toEqual(rulesetJsonSchema());
    expect(json.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });
});

describe('the table of routes', () => {
  const route = { ...ROUTES.find(({ path }) => path === '/v1/me'), path: '/v1/other' } as Route;
  const start = (change: Record<string, unknown>) => () =>
    buildApp({} as Api, [{ ...route, ...change } as Route]);

  it.each([
    ['no access', { access: undefined }],
    ['no role', { access: { roles: [], scope: 'reference' } }],
    ['no scope', { access: { roles: ['clinic'] } }],
    ['an unknown scope', { access: { roles: ['clinic'], scope: 'everything' } }],
    ['a role that has nothing in its scope', { access: { roles: ['clinic'], scope: 'own-fund' } }],
    ['parameters that its path does not have', { path: '/v1/other/{id}' }],
  ])('stops the start for a route with %s', (_title, change) => {
    expect(start(change)).toThrow(/Route get \/v1\/other/);
  });

  it('stops the start for a route that is there twice', () => {
    expect(() => buildApp({} as Api, [...ROUTES, ...ROUTES.slice(0, 1)])).toThrow('twice');
  });

  it('leaves nobody without a route', () => {
    const reached = new Set(
      ROUTES.flatMap(({ access }) => (access === 'public' ? [] : access.roles)),
    );
    for (const role of Object.values(ROLES_OF_ORGANISATION).flat()) {
      expect(reached.has(role)).toBe(true);
    }
  });
});

describe('the server', () => {
  it('answers what runs before it stops, and closes connections that are kept alive', async () => {
    const server = await startServer(api.context);
    const { hostname, port } = new URL(server.url);
    const socket = connect({ host: hostname, port: Number(port) });
    const closed = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('close', () => resolve(text));
    });
    socket.write('GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n');
    // The request has arrived when the server knows of its connection.
    await fetch(`${server.url}/healthz`);
    await server.stop();
    expect(await closed).toMatch(/^HTTP\/1\.1 200/);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('says which port is taken', async () => {
    const port = Number(new URL(api.url).port);
    const config = { ...api.context.config, port };
    await expect(startServer({ ...api.context, config })).rejects.toThrow(`127.0.0.1:${port}`);
  });
});
