import type { Queryable } from '../client.ts';

/** The code and name of an organisation; undefined when there is none. */
export async function findOrganisation(
  tx: Queryable,
  id: number,
): Promise<{ code: string; kind: string; name: string } | undefined> {
  const { rows } = await tx.query<{ code: string; kind: string; name: string }>(
    'SELECT code, kind, name FROM organisations WHERE id = $1',
    [id],
  );
  return rows[0];
}
