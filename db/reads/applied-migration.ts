import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { inTransaction } from '../client.ts';

const journal = new URL('../migrations/meta/_journal.json', import.meta.url);

/** The time stamp of the newest migration of this release. */
export function newestMigration(): number {
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { when: number }[] };
  return Math.max(0, ...entries.map(({ when }) => when));
}

/** The time stamp of the newest migration that the database has. */
export async function appliedMigration(pool: pg.Pool): Promise<number> {
  return inTransaction(pool, async (tx) => {
    // No runtime role sees the table of migrations; the user of the URL does, as at the start.
    await tx.query('SET LOCAL ROLE NONE');
    const { rows } = await tx.query<{ newest: number }>(
      'SELECT coalesce(max(created_at), 0)::bigint AS newest FROM drizzle.__drizzle_migrations',
    );
    return rows[0]?.newest ?? 0;
  });
}
