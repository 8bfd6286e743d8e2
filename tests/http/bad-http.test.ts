import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { read } from './api-answer.ts';
import type { ApiClient } from './api-client.ts';
import { rawRequest } from './raw-request.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';

let api: TestApi;
let clinic: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  clinic = await api.client('clinic-a', ['clinic']);
});
afterAll(() => api?.stop());
afterEach(async () => {
  // Whatever came before, the process lives and the next good request works.
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
});

const CANARY = 'CANARY-Zineb-AB123456';
const LEAKS = /at \w+.*\.ts|node_modules|express|zod|postgres|SELECT|CANARY/i;

async function expectProblem(
  answer: { status: number; text: string },
  status: number,
  code: string,
) {
  expect([answer.status, JSON.parse(answer.text.slice(answer.text.indexOf('{'))).type]).toEqual([
    ...[status, `/problems/${code}`],
  ]);
  expect(answer.text.slice(answer.text.indexOf('{'))).not.toMatch(LEAKS);
}

describe('requests that HTTP itself refuses', () => {
  const post = (headers: Record<string, string>, body: string = JSON.stringify(testSheet())) =>
    fetch(`${api.url}/v1/care-sheets`, {
      method: 'POST',
      headers: {
        ...{ Authorization: `Bearer ${clinic.token}`, 'Content-Type': 'application/json' },
        ...newKey(),
        ...headers,
      },
      body,
    }).then(read);

  it.each([
    ['an unknown path', 'GET', `/v1/${CANARY}`, 404, 'not-found'],
    ['an id that is no number', 'GET', '/v1/care-sheets/1%20or%201=1', 404, 'not-found'],
    ['an id beyond 2^53', 'GET', '/v1/care-sheets/9999999999999999', 404, 'not-found'],
    ['a path with a slash more', 'GET', '/v1/care-sheets/', 404, 'not-found'],
    ['a path in capitals', 'GET', '/V1/care-sheets', 404, 'not-found'],
    ['a path that is not decodable', 'GET', '/v1/care-sheets/%ff', 400, 'request-malformed'],
    ['a wrong method', 'DELETE', '/v1/care-sheets/1', 405, 'method-not-allowed'],
    ['a wrong method', 'PUT', '/v1/care-sheets', 405, 'method-not-allowed'],
    ['an unknown parameter', 'GET', `/v1/care-sheets?${CANARY}=1`, 400, 'query-invalid'],
    ['a parameter twice', 'GET', '/v1/care-sheets?limit=1&limit=2', 400, 'query-invalid'],
    ['an object as a parameter', 'GET', '/v1/care-sheets?status[$ne]=x', 400, 'query-invalid'],
    ['a page too large', 'GET', '/v1/care-sheets?limit=501', 400, 'query-invalid'],
    ['a made-up cursor', 'GET', '/v1/care-sheets?cursor=abc', 400, 'cursor-invalid'],
    ['a made-up cursor of a feed', 'GET', '/v1/adjudications?cursor=djE6MQ', 400, 'cursor-invalid'],
    ['a NUL to search for', 'GET', '/v1/medicines?search=%00%00', 400, 'query-invalid'],
    ['a status that is none', 'GET', `/v1/care-sheets?status=${CANARY}`, 400, 'query-invalid'],
  ])('%s: %s %s', async (_title, method, path, status, code) => {
    const headers = { Authorization: `Bearer ${clinic.token}` };
    const answer = await read(await fetch(api.url + path, { method, headers }));
    await expectProblem(answer, status, code);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.json.instance).toMatch(/^urn:uuid:/);
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/GET/);
  });

  it.each([
    ['no content type', { 'Content-Type': '' }],
    ['text', { 'Content-Type': 'text/plain' }],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['Latin-1', { 'Content-Type': 'application/json; charset=iso-8859-1' }],
  ])('a content type that is %s', async (_title, headers) => {
    await expectProblem(await post(headers), 415, 'media-type-unsupported');
  });

  it('a compressed body', async () => {
    await expectProblem(await post({ 'Content-Encoding': 'gzip' }), 415, 'encoding-unsupported');
  });

  it('an Accept that cannot be met', async () => {
    await expectProblem(await post({ Accept: 'image/png' }), 406, 'not-acceptable');
    expect((await post({ Accept: 'text/html, */*;q=0.1' })).status).toBe(202);
  });

  it.each([300_000, 3_000_000, 6_000_000])('a body of %i bytes', async (size) => {
    const body = JSON.stringify({ number: 'x'.repeat(size) });
    await expectProblem(await post({}, body), 413, 'body-too-large');
  });

  it('a body that is too large, in chunks without a length', async () => {
    const piece = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`;
    const head = [
      'POST /v1/care-sheets HTTP/1.1\r\nHost: x\r\nContent-Type: application/json',
      `Authorization: Bearer ${clinic.token}`,
      'Transfer-Encoding: chunked\r\n\r\n',
    ].join('\r\n');
    const answer = await rawRequest(api.url, `${head}${piece.repeat(6)}0\r\n\r\n`);
    await expectProblem(answer, 413, 'body-too-large');
  });
});

describe('bytes that are not HTTP', () => {
  it.each([
    ['nonsense', `${CANARY}\r\n\r\n`, 400, 'request-malformed'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
      'request-malformed',
    ],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n' +
        'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'request-malformed',
    ],
    [
      'a header folded',
      'GET /healthz HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n',
      400,
      'request-malformed',
    ],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400, 'request-malformed'],
    [
      'a NUL in a header',
      'GET /healthz HTTP/1.1\r\nHost: x\r\nA: b\u0000c\r\n\r\n',
      400,
      'request-malformed',
    ],
    [
      'headers of 32 kB',
      `GET /healthz HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(32_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
  ])('%s', async (_title, bytes, status, code) => {
    const answer = await rawRequest(api.url, bytes);
    expect(answer.status).toBe(status);
    if (answer.text.includes('{')) await expectProblem(answer, status, code);
    expect(answer.text).not.toContain('CANARY');
  });

  it('a request that ends in the middle leaves nothing behind', async () => {
    const head =
      'POST /v1/care-sheets HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' +
      `Authorization: Bearer ${clinic.token}\r\nContent-Length: 500\r\n` +
      'Connection: close\r\n\r\n{"number":';
    const { connect } = await import('node:net');
    const { hostname, port } = new URL(api.url);
    const socket = connect({ host: hostname, port: Number(port) });
    await new Promise<void>((resolve) => socket.write(head, () => resolve()));
    socket.destroy();
  });
});

describe('bodies', () => {
  it.each([
    ['nothing', '', 400, 'input-unreadable'],
    ['half an object', '{"number":', 400, 'input-unreadable'],
    ['an equal field', `{"number":"${CANARY}","number":"B"}`, 400, 'input-unreadable'],
    ['a number beyond 2^53', '{"rank":9007199254740993}', 400, 'input-unreadable'],
    ['a byte order mark', '\ufeff{}', 400, 'input-unreadable'],
    ['45,000 arrays', '['.repeat(45_000) + ']'.repeat(45_000), 400, 'input-unreadable'],
    ['an array', '[]', 422, 'input-invalid'],
    ['unknown fields', JSON.stringify({ ...testSheet(), [CANARY]: CANARY }), 422, 'input-invalid'],
    ['money as a number', JSON.stringify(testSheet({ number: 150 })), 422, 'input-invalid'],
    [
      'another organisation',
      JSON.stringify({ ...testSheet(), organisationId: 2 }),
      422,
      'input-invalid',
    ],
  ])('%s', async (_title, body, status, code) => {
    const answer = await clinic.post('/v1/care-sheets', body, newKey());
    await expectProblem(answer, status, code);
    expect(answer.json.errors.length).toBeGreaterThan(0);
  });

  it('names every error at once, in the language of the sender', async () => {
    const broken = testSheet({ fund: 'cnss', payment: 'cash', kindOfCare: undefined });
    const titles = new Set<string>();
    for (const language of ['fr', 'ar', 'en']) {
      const headers = { ...newKey(), 'Accept-Language': language };
      const answer = await clinic.post('/v1/care-sheets', broken, headers);
      expect(answer.headers.get('content-language')).toBe(language);
      const pointers = answer.json.errors.map((error: { pointer: string }) => error.pointer);
      expect(pointers.sort()).toEqual(['/fund', '/kindOfCare', '/payment']);
      titles.add(answer.json.title);
    }
    expect(titles.size).toBe(3);
  });
});

describe('every answer', () => {
  it('carries the headers of security and none of the software', async () => {
    for (const path of ['/healthz', '/v1/care-sheets', '/nowhere']) {
      const { headers } = await fetch(api.url + path);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('leaves nothing that was sent in the log', () => {
    expect(api.log()).toContain('care-sheets');
    expect(api.log()).not.toMatch(/CANARY|123456789|J20\.9|fse_test|eyJ/);
  });
});
