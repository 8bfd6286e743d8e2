import type { Queryable } from '../client.ts';

export interface ApiClient {
  readonly id: string;
  readonly organisationId: number;
  readonly organisationKind: 'provider' | 'fund' | 'administration';
  readonly roles: readonly string[];
  /** Hex SHA-256 of each active secret. */
  readonly secretHashes: readonly string[];
}

/** A client that is not revoked, with its active secrets; undefined when there is none. */
export async function findApiClient(
  queryable: Queryable,
  id: string,
): Promise<ApiClient | undefined> {
  const { rows } = await queryable.query<ApiClient & { roles: string[]; secretHashes: string[] }>(
    `SELECT client.id, client.organisation_id AS "organisationId",
       organisation.kind AS "organisationKind", client.roles,
       array(SELECT secret_hash FROM api_client_secrets
             WHERE client_id = client.id AND revoked_at IS NULL) AS "secretHashes"
     FROM api_clients AS client JOIN organisations AS organisation
       ON organisation.id = client.organisation_id
     WHERE client.id = $1 AND client.revoked_at IS NULL`,
    [id],
  );
  return rows[0];
}
