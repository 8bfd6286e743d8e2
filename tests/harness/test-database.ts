import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { inject } from 'vitest';

/** Holds our migrations and no row of a test. */
export const templateDatabase = 'tasfiya_template';

export interface TestDatabase {
  /** Of a superuser. */
  readonly url: string;
  readonly name: string;
  /** Drops it, and fails when the tests left a connection open: a product that leaks them ends. */
  drop(): Promise<void>;
}

/** A database of its own for a test file, cloned in some 30 ms; `template1` gives an empty one. */
export async function createTestDatabase(
  options: { template?: string } = {},
): Promise<TestDatabase> {
  const adminUrl = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = options.template ?? templateDatabase;
  await onAdmin(adminUrl, async (admin) => {
    // Two files may not clone at once: PostgreSQL wants the template without other sessions.
    await admin.query(`select pg_advisory_lock(hashtext('create test database'))`);
    await admin.query(`create database ${name} template ${template}`);
  });
  return { url: databaseUrlOf(adminUrl, name), name, drop: () => dropDatabase(adminUrl, name) };
}

/** The same server and user, another database. */
export function databaseUrlOf(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await onAdmin(adminUrl, async (admin) => {
    const leaked = await lingeringSessions(admin, name);
    await admin.query(`drop database if exists ${name} with (force)`);
    if (leaked.length > 0) {
      throw new Error(`The tests left ${leaked.length} connections open: ${leaked.join('; ')}`);
    }
  });
}

/** Closed connections take a moment to end on the server, so the last of them is waited for. */
async function lingeringSessions(admin: Client, name: string): Promise<string[]> {
  let sessions: string[] = [];
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const { rows } = await admin.query<{ session: string }>(
      `select concat_ws(' ', usename, application_name, state, left(query, 80)) as session
         from pg_stat_activity
        where datname = $1 and backend_type = 'client backend'`,
      [name],
    );
    sessions = rows.map((row) => row.session);
    if (sessions.length === 0) break;
    await sleep(50);
  }
  return sessions;
}

async function onAdmin(url: string, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: url, application_name: 'test harness' });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
