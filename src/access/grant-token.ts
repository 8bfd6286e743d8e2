import { findApiClient } from '#db/access/api-clients.ts';
import type { Database } from '#db/client.ts';
import type { Clock } from '#src/clock.ts';
import { signAccessToken, TOKEN_LIFETIME } from './access-token.ts';
import { isSecretOf, matchesHash } from './client-secret.ts';
import type { FailedAttempts } from './failed-attempts.ts';
import { type Caller, ROLES, type Role } from './roles.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface Credentials {
  readonly clientId: string;
  readonly secret: string;
  /** Of the other end of the connection. */
  readonly address: string;
}

export type Grant =
  | {
      readonly kind: 'granted';
      readonly token: string /** In seconds. */;
      readonly expiresIn: number;
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

export interface GrantParts {
  readonly database: Database;
  readonly keys: SigningKeys;
  readonly environment: string;
  readonly clock: Clock;
  readonly failures: FailedAttempts;
}

/** Exchanges the secret of a client for a short access token. */
export async function grantToken(credentials: Credentials, parts: GrantParts): Promise<Grant> {
  const now = parts.clock();
  const attempt = { ...credentials, now: now.getTime() };
  const seconds = parts.failures.secondsToWait(attempt);
  if (seconds > 0) return { kind: 'wait', seconds };
  const caller = await checkSecret(credentials, parts);
  if (caller === undefined) {
    parts.failures.record(attempt);
    return { kind: 'refused' };
  }
  const { keys, environment } = parts;
  const token = await signAccessToken(caller, { keys, environment, now });
  return { kind: 'granted', token, expiresIn: TOKEN_LIFETIME };
}

async function checkSecret(
  { clientId, secret }: Credentials,
  { database, environment }: GrantParts,
): Promise<Caller | undefined> {
  if (!isSecretOf(secret, { environment, clientId })) return undefined;
  const client = await findApiClient(database.as('access'), clientId);
  if (client === undefined || !matchesHash(secret, client.secretHashes)) return undefined;
  const { organisationId, organisationKind } = client;
  return { clientId, organisationId, organisationKind, roles: client.roles.filter(isRole) };
}

function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role);
}
