import pg from 'pg';
import type { DatabaseRole } from './client.ts';
import { MIGRATIONS } from './migration-journal.ts';

/** What the set-up check looks at, read as the login of the URL. */
export interface ServerFacts {
  /** 180004 is 18.4. */
  readonly versionNumber: number;
  readonly version: string;
  readonly encoding: string;
  readonly synchronousCommit: string;
  readonly fsync: string;
  /** Whether the extension that the migrations create can be had. */
  readonly hasBtreeGist: boolean;
  /** Runtime roles that the user of the URL may not take. */
  readonly rolesNotGranted: readonly string[];
  /** Migrations of this release that are not applied, by tag; all of them in an empty database. */
  readonly migrationsMissing: readonly string[];
  /** Applied migrations that this release does not know. */
  readonly migrationsUnknown: number;
}

interface FactsRow extends Omit<ServerFacts, 'migrationsMissing' | 'migrationsUnknown'> {
  isMigrated: boolean;
}

/** `roles`: those that the login must be able to take. */
export async function readServerFacts(
  url: string,
  roles: readonly DatabaseRole[],
): Promise<ServerFacts> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks fails the query that runs; without a listener it ends the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<FactsRow>(
      `SELECT current_setting('server_version_num')::int AS "versionNumber",
         current_setting('server_version') AS version,
         current_setting('server_encoding') AS encoding,
         current_setting('synchronous_commit') AS "synchronousCommit",
         current_setting('fsync') AS fsync,
         EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'btree_gist')
           AS "hasBtreeGist",
         array(SELECT r.rolname::text FROM pg_roles r WHERE r.rolname = ANY ($1)
           AND NOT pg_has_role(current_user, r.oid, 'MEMBER')) AS "rolesNotGranted",
         to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS "isMigrated"`,
      [roles.map((role) => `tasfiya_${role}`)],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the server gave no facts');
    const { isMigrated, ...facts } = row;
    return { ...facts, ...compareMigrations(isMigrated ? await appliedAt(client) : []) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The time stamps of the journal, by which drizzle knows its migrations. */
async function appliedAt(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ at: string }>(
    'SELECT created_at AS at FROM drizzle.__drizzle_migrations',
  );
  return rows.map(({ at }) => Number(at));
}

function compareMigrations(applied: readonly number[]) {
  const known = new Set(MIGRATIONS.map(({ when }) => when));
  return {
    migrationsMissing: MIGRATIONS.filter(({ when }) => !applied.includes(when)).map(
      ({ tag }) => tag,
    ),
    migrationsUnknown: applied.filter((when) => !known.has(when)).length,
  };
}
