import { randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { keepSigningKey, readSigningKeys } from '#db/access/signing-keys.ts';
import type { Database } from '#db/client.ts';
import { AppError } from '#src/errors.ts';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** The Ed25519 keys of access tokens. */
export interface SigningKeys {
  /** The newest key: it signs. */
  current(): Promise<SigningKey>;
  /** Any key that still verifies; undefined when there is none of that id. */
  find(kid: string): Promise<SigningKey | undefined>;
}

/** A key that another process made is looked for at most this often, whatever tokens say. */
const RELOAD_AFTER = 5_000;

/** Keys of the configuration where it has one, else of the database, which gets its first one. */
export function createSigningKeys(configured: string | undefined, database: Database): SigningKeys {
  let loaded: { keys: Promise<SigningKey[]>; at: number } | undefined;
  const load = () =>
    configured === undefined ? loadKeys(database) : importKey(configured).then((key) => [key]);
  const keys = (): Promise<SigningKey[]> => {
    if (loaded === undefined) {
      const loading = { keys: load(), at: Date.now() };
      // What failed is tried again by the next request.
      loading.keys.catch(() => {
        if (loaded === loading) loaded = undefined;
      });
      loaded = loading;
    }
    return loaded.keys;
  };
  const byId = async (kid: string) => (await keys()).find((key) => key.kid === kid);
  return {
    async current() {
      const newest = (await keys())[0];
      if (newest === undefined) throw new Error('no signing key');
      return newest;
    },
    async find(kid) {
      const known = await byId(kid);
      if (known !== undefined || Date.now() - (loaded?.at ?? 0) < RELOAD_AFTER) return known;
      loaded = undefined;
      return byId(kid);
    },
  };
}

async function loadKeys(database: Database): Promise<SigningKey[]> {
  const pool = database.as('access');
  const stored = await readSigningKeys(pool);
  if (stored.length > 0) return Promise.all(stored.map(importKey));
  const first = await generateJwk();
  const kept = await keepSigningKey(pool, {
    kid: first.kid ?? '',
    privateJwk: JSON.stringify(first),
  });
  return Promise.all(kept.map(importKey));
}

async function generateJwk(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'EdDSA' };
}

async function importKey(text: string): Promise<SigningKey> {
  const key = await readKey(text).catch(() => undefined);
  // No cause is kept: the message of a JSON error quotes the key.
  if (key !== undefined) return key;
  const message = 'Give the signing key as an Ed25519 private JWK with a "kid".';
  throw new AppError('configuration-invalid', message);
}

async function readKey(text: string): Promise<SigningKey | undefined> {
  const { d, ...publicJwk } = JSON.parse(text) as JWK;
  const kid = publicJwk.kid;
  if (d === undefined || kid === undefined) return undefined;
  const [privateKey, publicKey] = await Promise.all([
    importJWK({ ...publicJwk, d }, 'EdDSA'),
    importJWK(publicJwk, 'EdDSA'),
  ]);
  return { kid, privateKey: privateKey as CryptoKey, publicKey: publicKey as CryptoKey };
}
