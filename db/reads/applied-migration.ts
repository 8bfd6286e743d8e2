import { readFileSync } from 'node:fs';
import type { Queryable } from '../client.ts';

const journal = new URL('../migrations/meta/_journal.json', import.meta.url);

/** The time stamp of the newest migration of this release. */
export function newestMigration(): number {
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { when: number }[] };
  return Math.max(0, ...entries.map(({ when }) => when));
}

/** The time stamp of the newest migration that the database has; every role may see it. */
export async function appliedMigration(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ newest: number }>(
    'SELECT coalesce(max(created_at), 0)::bigint AS newest FROM drizzle.__drizzle_migrations',
  );
  return rows[0]?.newest ?? 0;
}
