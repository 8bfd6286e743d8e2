import { readHistories } from '#db/repositories/history-repository.ts';
import type { Bench } from '../bench.ts';
import { type HttpConnection, openHttpConnection } from '../load/http-connection.ts';
import { monotonic } from '../measure/monotonic.ts';
import { quantile } from '../measure/spread.ts';
import { measureThroughput } from '../measure/throughput.ts';
import { type Figure, figure, type Section } from '../section.ts';
import type { Installation } from '../world/installation.ts';
import { takeTokens } from '../world/tokens.ts';

/** What insurers and clinics read, one request after the other, and a month-end. */
export const reads: Section = {
  name: 'reads',
  title: 'feed, read by id, the accumulators of an insured, and settlement',
  inQuick: false,
  run,
};

const PAGE = 500;
const READS = 500;
/** More than 100,000 of these are of the larger fund. */
const FULL = 135_000;
const QUICK = 20_000;

function run(bench: Bench): Promise<readonly Figure[]> {
  return bench.onProduct({}, async (installation) => {
    const count = bench.options.quick ? QUICK : FULL;
    const pace = { kind: 'closed', until: { count } } as const;
    await measureThroughput(bench, installation, { first: 0, connections: 192, pace });
    const { clerk, officer } = bench.clients.funds.CNSS;
    const [clerkToken, officerToken] = await takeTokens(installation.url, [clerk, officer]);
    const { hostname: host, port } = new URL(installation.url);
    const connection = openHttpConnection({ host, port: Number(port) });
    const ask = createAsker(connection, host);
    const figures = [
      ...(await readFeed(ask, clerkToken ?? '')),
      ...(await readById(ask, installation, clerkToken ?? '')),
      ...(await readAccumulators(ask, installation, clerkToken ?? '')),
      ...(await readFamilies(installation)),
      ...(await settle(ask, officerToken ?? '', bench.day)),
    ];
    connection.close();
    return figures;
  });
}

type Asker = (request: { method: string; path: string; token: string; body?: string }) => Promise<{
  readonly milliseconds: number;
  // biome-ignore lint/suspicious/noExplicitAny: what the bench reads of an answer is plain.
  readonly json: any;
}>;

function createAsker(connection: HttpConnection, host: string): Asker {
  return async ({ method, path, token, body = '' }) => {
    const startedAt = monotonic();
    const { status, body: text } = await connection.send(
      `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    const milliseconds = monotonic() - startedAt;
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`);
    return { milliseconds, json: JSON.parse(text) };
  };
}

/** The whole feed, page by page. */
async function readFeed(ask: Asker, token: string): Promise<Figure[]> {
  const times: number[] = [];
  for (let cursor = ''; ; ) {
    const path = `/v1/adjudications?limit=${PAGE}${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const { milliseconds, json } = await ask({ method: 'GET', path, token });
    if (json.items.length < PAGE) break;
    times.push(milliseconds);
    cursor = encodeURIComponent(json.next);
  }
  return quantiles(`feed, page of ${PAGE}`, times);
}

async function readById(ask: Asker, { context }: Installation, token: string): Promise<Figure[]> {
  const { rows } = await context.database.as('auditor').query<{ id: number }>(
    `SELECT id FROM care_sheets WHERE fund_id = (SELECT id FROM organisations WHERE code = 'CNSS')
     ORDER BY hashint8(id) LIMIT ${READS}`,
  );
  const times: number[] = [];
  for (const { id } of rows) {
    times.push((await ask({ method: 'GET', path: `/v1/care-sheets/${id}`, token })).milliseconds);
  }
  return quantiles('care sheet by id, with its decision', times);
}

/** As a clerk asks for them, of insured whose sheets were decided. */
async function readAccumulators(
  ask: Asker,
  { context }: Installation,
  token: string,
): Promise<Figure[]> {
  const { rows } = await context.database.as('auditor').query<{ path: string }>(
    `SELECT concat_ws('/', '/v1/insured', insured_issuer, insured_number, 'accumulators') AS path
     FROM care_sheets WHERE fund_id = (SELECT id FROM organisations WHERE code = 'CNSS')
       AND outcome IN ('approved', 'partial')
     ORDER BY hashint8(id) LIMIT ${READS}`,
  );
  const times: number[] = [];
  for (const { path } of rows) {
    times.push((await ask({ method: 'GET', path, token })).milliseconds);
  }
  return quantiles('accumulators of an insured', times);
}

/** What a decision reads of a family, by SQL. */
async function readFamilies({ context }: Installation): Promise<Figure[]> {
  const pool = context.database.as('worker');
  const { rows } = await pool.query<{ id: number }>(
    `SELECT insured_id AS id FROM family_history ORDER BY hashint8(id) LIMIT ${READS}`,
  );
  const times: number[] = [];
  for (const { id } of rows) {
    const startedAt = monotonic();
    await readHistories(pool, [id]);
    times.push(monotonic() - startedAt);
  }
  return quantiles('history of a family (SQL)', times);
}

async function settle(ask: Asker, token: string, upTo: string): Promise<Figure[]> {
  const body = JSON.stringify({ upTo });
  const path = '/v1/settlement-batches';
  const { milliseconds, json } = await ask({ method: 'POST', path, token, body });
  const payables: number = json.batch.entries;
  return [
    figure('payables sealed at once', '', { values: [payables] }),
    figure('sealing them', 's', { values: [milliseconds / 1000] }),
    figure('sealing, each', 'us', { values: [(milliseconds / payables) * 1000] }),
  ];
}

function quantiles(name: string, times: readonly number[]): Figure[] {
  return [
    figure(`${name}: p50`, 'ms', { values: [quantile(times, 0.5)] }),
    figure(`${name}: p99`, 'ms', { values: [quantile(times, 0.99)] }),
  ];
}
