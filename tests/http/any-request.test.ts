import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROLES } from '#src/access/roles.ts';
import { encodeCursor } from '#src/http/request/cursor.ts';
import { ROUTES } from '#src/http/routes.ts';
import type { ApiClient } from './api-client.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { newKey, testSheet } from './test-sheet.ts';

let api: TestApi;
let everybody: ApiClient[];

beforeAll(async () => {
  api = await startTestApi();
  everybody = await Promise.all([
    api.client('clinic-a', ROLES),
    api.client('CNSS', ROLES),
    api.client('ADMIN', ROLES),
  ]);
});
afterAll(() => api?.stop());

const reads = ROUTES.filter(({ method, path }) => method === 'get' && path !== '/openapi.json');

/** Half a surrogate pair cannot be sent in a URL at all. */
const wellFormed = (text: string) => Buffer.from(text).toString();

/** Text that tends to hurt: quotes, NUL, numbers beyond every type, cursors of our own form. */
const nasty = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom("' OR 1=1--", '\u0000\u0000', '%', '../..', '9'.repeat(30), '-1', '1e9', ''),
  fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
  fc.string().map(encodeCursor),
  fc.bigInt({ min: 0n, max: 10n ** 15n }).map((number) => encodeCursor(String(number))),
  fc
    .tuple(fc.nat(), fc.nat(), fc.bigInt({ min: 0n, max: 10n ** 19n }), fc.nat())
    .map((parts) => encodeCursor(parts.join('.'))),
);

it('answers any read that one can think of, and never fails at it', async () => {
  const call = fc.record({
    route: fc.constantFrom(...reads),
    who: fc.nat(2),
    param: nasty,
    query: fc.array(
      fc.tuple(
        fc.constantFrom(
          'number',
          'limit',
          'cursor',
          'date',
          'search',
          'from',
          'reason',
          'grid',
          'x',
        ),
        nasty,
      ),
      { maxLength: 2 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(call, async ({ route, who, param, query }) => {
      const encoded = encodeURIComponent(wellFormed(param) || '1');
      const path = route.path.replace(/\{\w+\}/g, encoded);
      const search = new URLSearchParams();
      for (const [name, value] of query) search.append(name, wellFormed(value));
      const { status } = (await everybody[who]?.get(`${path}?${search}`)) ?? { status: 0 };
      expect([200, 400, 403, 404, 405, 410]).toContain(status);
    }),
    { numRuns: 600 },
  );
});

it('answers any body that one can think of, and never fails at it', async () => {
  const valid = JSON.stringify(testSheet());
  const mutation = fc.tuple(fc.nat(valid.length), fc.nat(30), fc.oneof(fc.json(), fc.string()));
  await fc.assert(
    fc.asyncProperty(mutation, async ([at, drop, put]) => {
      const body = valid.slice(0, at) + put + valid.slice(at + drop);
      const answer = await everybody[0]?.post('/v1/care-sheets', body, newKey());
      expect([202, 400, 409, 422]).toContain(answer?.status);
    }),
    { numRuns: 300 },
  );
});
