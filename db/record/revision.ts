import type { Queryable } from '../client.ts';

/** What a revision is about; held sheets are decided again after one of `reference`. */
export type RevisionKind = 'reference' | 'people' | 'providers';

/**
 * Locks the record until COMMIT, so that revisions commit in their order and what was read of it
 * stays true. Take this lock before any other.
 */
export async function lockRecord(tx: Queryable): Promise<void> {
  const { rowCount } = await tx.query('SELECT revision FROM installation WHERE id = 1 FOR UPDATE');
  if (rowCount !== 1) throw new Error('the database is not migrated');
}

/** Begins the next revision of the locked record; call it only when something changes. */
export async function openRevision(
  tx: Queryable,
  { kind, actor }: { kind: RevisionKind; actor: string },
): Promise<number> {
  const { rows } = await tx.query<{ revision: number }>(
    'UPDATE installation SET revision = revision + 1 WHERE id = 1 RETURNING revision',
  );
  const revision = rows[0]?.revision;
  if (revision === undefined) throw new Error('the database is not migrated');
  await tx.query('INSERT INTO revisions (number, kind, actor) VALUES ($1, $2, $3)', [
    revision,
    kind,
    actor,
  ]);
  return revision;
}
