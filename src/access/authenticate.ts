import type { Clock } from '#src/clock.ts';
import { AppError } from '#src/errors.ts';
import { verifyAccessToken } from './access-token.ts';
import type { Caller } from './roles.ts';
import type { SigningKeys } from './signing-keys.ts';

/** The caller of an Authorization header; throws `unauthenticated` when there is none. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

export interface AuthenticateParts {
  readonly keys: SigningKeys;
  readonly environment: string;
  readonly clock: Clock;
}

/** A client uses one token for ten minutes: its signature is checked once, not at each request. */
const MAX_REMEMBERED = 10_000;

export function createAuthenticate(parts: AuthenticateParts): Authenticate {
  const verified = new Map<string, { caller: Caller; expiresAt: Date }>();
  return async (authorization) => {
    const token = /^Bearer ([\w.-]{1,4096})$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) {
      throw new AppError('unauthenticated', 'Send an access token: "Authorization: Bearer ...".');
    }
    const now = parts.clock();
    const known = verified.get(token);
    if (known !== undefined && known.expiresAt > now) return known.caller;
    verified.delete(token);
    const { keys, environment } = parts;
    const fresh = await verifyAccessToken(token, { keys, environment, now });
    if (verified.size >= MAX_REMEMBERED) verified.clear();
    verified.set(token, fresh);
    return fresh.caller;
  };
}
