import type { Queryable } from '../client.ts';

export interface Organisation {
  readonly id: number;
  readonly code: string;
  readonly kind: 'provider' | 'fund' | 'administration';
  readonly name: string;
}

/** undefined: the code is taken. */
export async function insertOrganisation(
  tx: Queryable,
  { code, kind, name }: Omit<Organisation, 'id'>,
): Promise<Organisation | undefined> {
  const { rows } = await tx.query<Organisation>(
    `INSERT INTO organisations (code, kind, name) VALUES ($1, $2, $3)
     ON CONFLICT (code) DO NOTHING RETURNING id, code, kind, name`,
    [code, kind, name],
  );
  return rows[0];
}

export async function findOrganisation(
  tx: Queryable,
  code: string,
): Promise<Organisation | undefined> {
  const { rows } = await tx.query<Organisation>(
    'SELECT id, code, kind, name FROM organisations WHERE code = $1',
    [code],
  );
  return rows[0];
}

/** All of them, by code. */
export async function readOrganisations(tx: Queryable): Promise<Organisation[]> {
  const { rows } = await tx.query<Organisation>(
    'SELECT id, code, kind, name FROM organisations ORDER BY code',
  );
  return rows;
}
