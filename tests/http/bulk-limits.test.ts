import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#src/access/roles.ts';
import { createApi } from '#src/http/api.ts';
import { createApp } from '#src/http/create-app.ts';
import { answerBadConnection } from '#src/http/request/bad-connection.ts';
import { exchangeBulk } from '#src/http/routes/care-sheets/bulk-exchange.ts';
import type { ApiClient } from './api-client.ts';
import { answerLines, openBulk, toLines } from './bulk-client.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { testSheet } from './test-sheet.ts';

let api: TestApi;
let clinic: ApiClient;

beforeAll(async () => {
  api = await startTestApi({ patience: 2_500 });
  clinic = await api.client('clinic-a', ['clinic']);
});
afterAll(() => api?.stop());

/** Lines that the API has taken up and refused. */
async function refusedSoFar(): Promise<number> {
  const { text } = await clinic.get('/metrics');
  return Number(/submitted_total\{result="refused"\} (\d+)/.exec(text)?.[1] ?? 0);
}

async function sendPages(pages: AsyncIterable<readonly unknown[]>, response: ServerResponse) {
  for await (const page of pages) response.write(toLines(page));
  response.end();
}

const LINES = 100_000;
const MEGABYTE = 1024 * 1024;

describe('a hundred thousand lines', () => {
  it('are read no faster than their results, in constant memory', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held = () => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return (heapUsed + external) / MEGABYTE;
    };
    const before = held();
    const { request, response } = openBulk(api.url, clinic.token);
    const wrong = toLines([{ ...testSheet(), extra: true, fund: '' }]);
    const sent = (async () => {
      for (let line = 1; line <= LINES; line += 1) {
        const isFree = request.write(line % 100 === 0 ? toLines([testSheet()]) : wrong);
        if (!isFree) await new Promise((resolve) => request.once('drain', resolve));
      }
      request.end();
    })();
    // Nobody reads the answer: after what the connection itself holds, nothing moves any more.
    const head = await response;
    let taken = -1;
    for (let now = 0; now !== taken; now = await refusedSoFar()) {
      taken = now;
      await delay(500);
    }
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(LINES / 2);
    expect(held() - before).toBeLessThan(100);

    let expected = 1;
    let most = 0;
    for await (const answer of answerLines(head)) {
      if ('counts' in answer) {
        const counts = { lines: LINES, accepted: 1_000, replayed: 0, refused: 99_000 };
        expect(answer).toEqual({ counts });
      } else if (answer.line !== expected) throw new Error(`${answer.line} for ${expected}`);
      if (expected % 10_000 === 0) most = Math.max(most, held() - before);
      expected += 1;
    }
    await sent;
    expect(expected).toBe(LINES + 2);
    expect(most).toBeLessThan(100);
  });
});

describe('while the database is away', () => {
  it('ends with a problem, and what has a result is stored', async () => {
    const sheets = [testSheet(), testSheet()];
    const { request, response } = openBulk(api.url, clinic.token);
    request.on('error', () => undefined);
    request.write(toLines(sheets.slice(0, 1)));
    const lines = answerLines(await response);
    expect((await lines.next()).value).toMatchObject({ line: 1, status: 202 });
    await api.databaseLink.cut();
    request.write(toLines(sheets));
    const last = (await lines.next()).value;
    expect(last.counts).toEqual({ lines: 1, accepted: 1, replayed: 0, refused: 0 });
    expect(last.problem).toMatchObject({ type: '/problems/database-unavailable', status: 503 });
    request.destroy();
    await api.databaseLink.mend();
  });
});

describe('the time that a request may take', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const times = { requestTimeout: 300, headersTimeout: 300, connectionsCheckingInterval: 50 };
    server = createServer(times, createApp(api.context));
    server.on('clientError', answerBadConnection);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  it('ends where no byte comes for long, after what was sent so far', async () => {
    const patient = createServer((input, response) => {
      const caller = { clientId: 'x', organisationId: 1 } as Caller;
      const place = { requestId: 'none', language: 'en' } as const;
      const exchange = { api: createApi(api.context), caller, input, idle: 200, ...place };
      void sendPages(exchangeBulk(exchange), response);
    });
    await new Promise<void>((resolve) => patient.listen(0, '127.0.0.1', resolve));
    const { port } = patient.address() as AddressInfo;
    const { request, response } = openBulk(`http://127.0.0.1:${port}`, clinic.token);
    request.on('error', () => undefined);
    request.write(`{}\n${JSON.stringify(testSheet())}`);
    const answers = [];
    for await (const answer of answerLines(await response)) answers.push(answer);
    expect(answers.map(({ line, problem }) => [line, problem.status])).toEqual([
      [1, 422],
      [undefined, 408],
    ]);
    request.destroy();
    patient.close();
  });

  it('does not count for an upload that goes on', async () => {
    const { request, response } = openBulk(url, clinic.token);
    request.write(toLines([testSheet()]));
    const lines = answerLines(await response);
    expect((await lines.next()).value).toMatchObject({ status: 202 });
    await delay(1_000);
    request.end(toLines([testSheet()]));
    expect((await lines.next()).value).toMatchObject({ line: 2, status: 202 });
    expect((await lines.next()).value).toMatchObject({ counts: { accepted: 2 } });
  });
});
