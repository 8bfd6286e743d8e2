import type { Queryable } from '../client.ts';

export interface NewClient {
  readonly id: string;
  readonly organisationId: number;
  readonly name: string;
  readonly roles: readonly string[];
}

/** False: the id is taken. */
export async function insertClient(tx: Queryable, client: NewClient): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO api_clients (id, organisation_id, name, roles) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO NOTHING`,
    [client.id, client.organisationId, client.name, [...client.roles]],
  );
  return rowCount === 1;
}

/** Locks a client that is not revoked; false when there is none. */
export async function lockClient(tx: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'SELECT id FROM api_clients WHERE id = $1 AND revoked_at IS NULL FOR UPDATE',
    [id],
  );
  return rowCount === 1;
}

/** The active secrets of a client, the oldest first. */
export async function readActiveSecrets(tx: Queryable, clientId: string): Promise<string[]> {
  const { rows } = await tx.query<{ hash: string }>(
    `SELECT secret_hash AS hash FROM api_client_secrets
     WHERE client_id = $1 AND revoked_at IS NULL ORDER BY created_at, secret_hash`,
    [clientId],
  );
  return rows.map(({ hash }) => hash);
}

interface ClientSecret {
  readonly clientId: string;
  readonly hash: string;
}

export async function insertSecret(tx: Queryable, { clientId, hash }: ClientSecret): Promise<void> {
  await tx.query('INSERT INTO api_client_secrets (client_id, secret_hash) VALUES ($1, $2)', [
    clientId,
    hash,
  ]);
}

export async function revokeSecretRow(
  tx: Queryable,
  { clientId, hash }: ClientSecret,
): Promise<void> {
  await tx.query(
    `UPDATE api_client_secrets SET revoked_at = now()
     WHERE client_id = $1 AND secret_hash = $2 AND revoked_at IS NULL`,
    [clientId, hash],
  );
}

/** Revokes a client with all its secrets. */
export async function revokeClientRow(tx: Queryable, id: string): Promise<void> {
  await tx.query(
    `UPDATE api_client_secrets SET revoked_at = now()
     WHERE client_id = $1 AND revoked_at IS NULL`,
    [id],
  );
  await tx.query('UPDATE api_clients SET revoked_at = now() WHERE id = $1', [id]);
}

export interface ListedClient {
  readonly id: string;
  /** The code of its organisation. */
  readonly organisation: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  /** The active secrets, the oldest first: the first 12 digits of each hash. */
  readonly secrets: readonly string[];
}

/** Clients by id; of one organisation, where its code is given. */
export async function readClients(
  tx: Queryable,
  organisation: string | undefined,
): Promise<ListedClient[]> {
  const { rows } = await tx.query<ListedClient>(
    `SELECT c.id, o.code AS organisation, c.name, c.roles, c.created_at AS "createdAt",
       c.revoked_at AS "revokedAt", array(
         SELECT left(secret_hash, 12) FROM api_client_secrets
         WHERE client_id = c.id AND revoked_at IS NULL ORDER BY created_at, secret_hash
       ) AS secrets
     FROM api_clients c JOIN organisations o ON o.id = c.organisation_id
     WHERE $1::text IS NULL OR o.code = $1 ORDER BY c.id`,
    [organisation ?? null],
  );
  return rows;
}
