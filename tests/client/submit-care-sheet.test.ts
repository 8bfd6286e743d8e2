import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createApiClient } from '#src/client/api-client.ts';
import { submitCareSheet } from '#src/client/submit-care-sheet.ts';

interface Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

let server: Server | undefined;
afterEach(() => server?.close());

/** An API that gives a token, then these answers to care sheets in turn. */
async function startApi(...replies: Reply[]) {
  const keys: unknown[] = [];
  server = createServer((request, response) => {
    const isToken = request.url === '/oauth/token';
    if (!isToken) keys.push(request.headers['idempotency-key']);
    const token: Reply = { status: 200, body: { access_token: 't', expires_in: 600 } };
    const { status, headers, body } = isToken ? token : (replies.shift() ?? { status: 500 });
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createApiClient(url, { clientId: 'desk', clientSecret: 'x' });
  const submit = () =>
    submitCareSheet(client, { body: new TextEncoder().encode('{}'), idempotencyKey: 'key-1' });
  return { submit, keys };
}

const wait = { 'retry-after': '0' };

test('while the API is too busy, the same sheet is sent again with the same key', async () => {
  const { submit, keys } = await startApi(
    { status: 503, headers: wait },
    { status: 429, headers: wait },
    { status: 409, headers: wait },
    { status: 202, headers: { 'idempotency-hit': 'true' }, body: { id: 7 } },
  );
  expect(await submit()).toEqual({ outcome: 'already-received', sheet: { id: 7 } });
  expect(keys).toEqual(['key-1', 'key-1', 'key-1', 'key-1']);
});

test('a refusal is final, and an API that stays busy is one in the end', async () => {
  const refusal = { status: 409, body: { title: 'Number taken', status: 409 } };
  const taken = await startApi(refusal);
  expect(await taken.submit()).toMatchObject({ outcome: 'refused', problem: { status: 409 } });
  expect(taken.keys).toHaveLength(1);
  server?.close();
  const busy = await startApi(
    ...Array.from({ length: 9 }, () => ({ status: 503, headers: wait, body: { status: 503 } })),
  );
  expect(await busy.submit()).toMatchObject({ outcome: 'refused', problem: { status: 503 } });
  expect(busy.keys).toHaveLength(5);
});
