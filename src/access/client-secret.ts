import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What a new client gets: the secret is shown once, only its hash is kept. */
export interface NewClientSecret {
  /** `fse_<env>_<client id>_<32 random bytes in base64url>_<crc32 in hex>` */
  readonly secret: string;
  /** Lower-case hex of the SHA-256 of the whole secret. */
  readonly hash: string;
}

/** Small letters, digits and hyphens; no `_`, which separates the parts of a secret. */
export const CLIENT_ID = /^[a-z0-9][a-z0-9-]{2,39}$/;

const SECRET = /^fse_([a-z]{2,8})_([a-z0-9][a-z0-9-]{2,39})_([A-Za-z0-9_-]{43})_([0-9a-f]{8})$/;

export function createClientSecret(environment: string, clientId: string): NewClientSecret {
  if (!CLIENT_ID.test(clientId)) throw new RangeError('not an id of a client');
  const body = `fse_${environment}_${clientId}_${randomBytes(32).toString('base64url')}`;
  const secret = `${body}_${checksum(body)}`;
  return { secret, hash: hashClientSecret(secret) };
}

/**
 * True when a text is a whole secret of this environment and client: its checksum spares a look
 * at the database for a secret that was cut or mistyped.
 */
export function isSecretOf(secret: string, owner: { environment: string; clientId: string }) {
  const match = SECRET.exec(secret);
  if (match === null) return false;
  const [, environment, clientId, , crc] = match;
  const whole = crc === checksum(secret.slice(0, -9));
  return whole && environment === owner.environment && clientId === owner.clientId;
}

export function hashClientSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares with every hash in a time that does not tell which, or how far, it agreed. */
export function matchesHash(secret: string, hashes: readonly string[]): boolean {
  const actual = Buffer.from(hashClientSecret(secret), 'hex');
  let found = false;
  for (const hash of hashes) {
    const expected = Buffer.from(hash, 'hex');
    const equal = expected.length === actual.length && timingSafeEqual(expected, actual);
    found = equal || found;
  }
  return found;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
