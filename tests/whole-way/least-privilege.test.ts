// The logins of docs/production.md: each process can do its work with its own roles and no more.
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DATABASE_ROLES, type DatabaseRole } from '#db/client.ts';
import { loadScenario } from '#fixtures/load-scenarios.ts';
import { createApiClient } from '#src/client/api-client.ts';
import { readConfig } from '#src/config.ts';
import { type Context, openContext } from '#src/context.ts';
import { startServer } from '#src/http/start-server.ts';
import { createLogger } from '#src/logger.ts';
import { checkDatabase } from '#src/pipeline/doctor/check-database.ts';
import { createClient } from '#src/pipeline/organisations/create-client.ts';
import { createTestDatabase, type TestDatabase } from '#tests/harness/test-database.ts';
import { queueBackends, startTestQueue, type TestQueue } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';
import { startWorkers } from '#workers/start-workers.ts';
import { seedScenario } from './seed-scenario.ts';

const API: readonly DatabaseRole[] = [
  'intake',
  'reader',
  'access',
  'worker',
  'settlement',
  'rules',
  'estimator',
  'simulator',
];
const OPERATOR: readonly DatabaseRole[] = ['operator', 'settlement', 'worker', 'auditor'];

let database: TestDatabase;
let queue: TestQueue;
const suffix = randomBytes(4).toString('hex');

beforeAll(async () => {
  database = await createTestDatabase();
  queue = await startTestQueue(queueBackends()[0] ?? 'postgres');
});

afterAll(async () => {
  await queue.stop();
  await database.drop();
});

/** A login that is a member of these roles and owns nothing; gives its URL. */
async function login(name: string, roles: readonly DatabaseRole[]): Promise<string> {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  const user = `${name}_${suffix}`;
  await owner.query(`CREATE ROLE ${user} LOGIN NOINHERIT PASSWORD '${suffix}'`);
  await owner.query(`GRANT ${roles.map((role) => `tasfiya_${role}`).join(', ')} TO ${user}`);
  await owner.end();
  const url = new URL(database.url);
  [url.username, url.password] = [user, suffix];
  return url.href;
}

const scenario = loadScenario('worked-example-1');
/** The day on which the example is received. */
const now = new Date(`${scenario.sheets[0]?.sheet.receivedOn}T10:00:00Z`);

function open(databaseUrl: string): Context {
  return openContext({
    config: readConfig({ PORT: '0', TASFIYA_ENV: 'test', POOL_SIZE: '2' }),
    databaseUrl,
    queueSettings: queue.settings,
    logger: createLogger('error'),
    applicationName: 'least-privilege',
    clock: () => now,
  });
}

it('lets operator, API and worker do their work with their own logins', async () => {
  const urls = {
    operator: await login('operator_login', OPERATOR),
    api: await login('api_login', API),
    worker: await login('worker_login', ['worker', 'simulator']),
  };
  await checkDatabase(urls.operator, OPERATOR);
  await checkDatabase(urls.api, API);
  await checkDatabase(urls.worker, ['worker', 'simulator']);
  const [operator, api, worker] = [open(urls.operator), open(urls.api), open(urls.worker)];
  await seedScenario(operator, scenario);
  const credentials = await createClient(operator, {
    ...{ organisation: 'CLINIC', name: 'desk', actor: 'test:operator' },
    roles: ['clinic'],
  });
  const server = await startServer(api);
  const workers = await startWorkers(worker);
  const clinic = createApiClient(server.url, credentials);
  const { id } = await clinic.get<{ id: number }>('/v1/care-sheets', {
    method: 'POST',
    body: scenario.sheets[0]?.submission,
    headers: { 'idempotency-key': 'least-privilege' },
  });
  const path = `/v1/care-sheets/${id}`;
  const status = async () => (await clinic.get<{ status: string }>(path)).status;
  await until(async () => (await status()) === 'decided');
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  const metrics = async () => (await fetch(`${server.url}/metrics`)).text();
  await until(async () => (await metrics()).includes('care_sheets_payable 1'));
  await clinic.get(`${path}/cancel`, { method: 'POST' });
  expect(await status()).toBe('cancelled');
  await server.stop();
  await workers.stop();
  for (const context of [operator, api, worker]) await context.close();
});

it('refuses a login that may not act as its process needs, and says what to grant', async () => {
  const url = await login('poor_login', ['reader']);
  await expect(checkDatabase(url, ['reader', 'worker'])).rejects.toThrow(
    /GRANT tasfiya_worker TO <login>/,
  );
  await expect(checkDatabase(url, DATABASE_ROLES)).rejects.toMatchObject({
    code: 'server-unsuitable',
  });
});
