import type { Queryable } from '../client.ts';
import { MIGRATIONS } from '../migration-journal.ts';

/** The time stamp of the newest migration of this release. */
export const NEWEST_MIGRATION = Math.max(0, ...MIGRATIONS.map(({ when }) => when));

/** The time stamp of the newest migration that the database has; every role may see it. */
export async function appliedMigration(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ newest: number }>(
    'SELECT coalesce(max(created_at), 0)::bigint AS newest FROM drizzle.__drizzle_migrations',
  );
  return rows[0]?.newest ?? 0;
}
