import type { Clock } from '#src/clock.ts';
import { AppError } from '#src/errors.ts';
import { verifyAccessToken } from './access-token.ts';
import type { Caller } from './roles.ts';
import type { SigningKeys } from './signing-keys.ts';

/**
 * The caller of an Authorization header, at once when its token was verified before; throws or
 * rejects with `unauthenticated` when there is none.
 */
export type Authenticate = (authorization: string | undefined) => Caller | Promise<Caller>;

export interface AuthenticateParts {
  readonly keys: SigningKeys;
  readonly environment: string;
  readonly clock: Clock;
}

/** A client uses one token for ten minutes: its signature is checked once, not at each request. */
const MAX_REMEMBERED = 10_000;

export function createAuthenticate(parts: AuthenticateParts): Authenticate {
  const verified = new Map<string, { caller: Caller; expiresAt: Date }>();
  const verify = async (authorization: string | undefined): Promise<Caller> => {
    const token = /^Bearer ([\w.-]{1,4096})$/i.exec(authorization ?? '')?.[1];
    if (authorization === undefined || token === undefined) {
      throw new AppError('unauthenticated', 'Send an access token: "Authorization: Bearer ...".');
    }
    const { keys, environment } = parts;
    const fresh = await verifyAccessToken(token, { keys, environment, now: parts.clock() });
    if (verified.size >= MAX_REMEMBERED) verified.clear();
    verified.set(authorization, fresh);
    return fresh.caller;
  };
  return (authorization) => {
    const known = authorization === undefined ? undefined : verified.get(authorization);
    if (known === undefined) return verify(authorization);
    if (known.expiresAt > parts.clock()) return known.caller;
    verified.delete(authorization ?? '');
    return verify(authorization);
  };
}
