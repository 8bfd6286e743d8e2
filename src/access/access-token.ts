import { type JWTPayload, errors as joseErrors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { AppError } from '#src/errors.ts';
import { type Caller, ORGANISATION_KINDS, ROLES } from './roles.ts';
import type { SigningKeys } from './signing-keys.ts';

/** How long a token is good for, in seconds. */
export const TOKEN_LIFETIME = 600;

const AUDIENCE = 'tasfiya-api';
const TYPE = 'at+jwt';
const ALGORITHM = 'EdDSA';

const claims = z.object({
  sub: z.string().min(1),
  org: z.int().positive(),
  org_kind: z.enum(ORGANISATION_KINDS),
  roles: z.array(z.enum(ROLES)).min(1),
  exp: z.number(),
});

export interface TokenOptions {
  readonly keys: SigningKeys;
  /** Names the environment, so that a token of one is none of another. */
  readonly environment: string;
  readonly now: Date;
}

/** Signs a short access token (RFC 9068) for a client. */
export async function signAccessToken(caller: Caller, options: TokenOptions): Promise<string> {
  const { keys, environment, now } = options;
  const key = await keys.current();
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({
    org: caller.organisationId,
    org_kind: caller.organisationKind,
    roles: [...caller.roles],
  })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.kid })
    .setIssuer(issuerOf(environment))
    .setAudience(AUDIENCE)
    .setSubject(caller.clientId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + TOKEN_LIFETIME)
    .sign(key.privateKey);
}

/** The caller of a token and when it ends; throws `unauthenticated` when it is not good. */
export async function verifyAccessToken(
  token: string,
  { keys, environment, now }: TokenOptions,
): Promise<{ caller: Caller; expiresAt: Date }> {
  const payload = await verify(token, { keys, environment, now });
  const read = claims.safeParse(payload);
  if (!read.success) throw refused(read.error);
  const { sub, org, org_kind: organisationKind, roles, exp } = read.data;
  const caller = { clientId: sub, organisationId: org, organisationKind, roles };
  return { caller, expiresAt: new Date(exp * 1000) };
}

async function verify(token: string, options: TokenOptions): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = await options.keys.find(kid ?? '');
        if (key === undefined) throw refused();
        return key.publicKey;
      },
      {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: issuerOf(options.environment),
        audience: AUDIENCE,
        requiredClaims: ['exp', 'iat', 'sub'],
        currentDate: options.now,
      },
    );
    return payload;
  } catch (error) {
    throw error instanceof joseErrors.JOSEError ? refused(error) : error;
  }
}

function issuerOf(environment: string): string {
  return `urn:tasfiya:${environment}`;
}

function refused(cause?: Error): AppError {
  return new AppError('unauthenticated', 'Ask for a new access token at /oauth/token.', { cause });
}
