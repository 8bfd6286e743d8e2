import { inTransaction } from '#db/client.ts';
import {
  insertSecret,
  lockClient,
  readActiveSecrets,
  revokeSecretRow,
} from '#db/record/client-records.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { createClientSecret } from '#src/access/client-secret.ts';
import { AppError } from '#src/errors.ts';
import type { ClientCredentials, ClientsContext } from './create-client.ts';

/**
 * Gives a client a second secret, so that it can change to it while the first still works.
 * Throws `conflict` when two are active: revoke one first.
 */
export async function rotateSecret(
  context: ClientsContext,
  { clientId, actor }: { clientId: string; actor: string },
): Promise<ClientCredentials> {
  return inTransaction(context.database.as('operator'), async (tx) => {
    if (!(await lockClient(tx, clientId))) throw noClient(clientId);
    if ((await readActiveSecrets(tx, clientId)).length >= 2) {
      const message = `Two secrets of ${clientId} are active: revoke one first.`;
      throw new AppError('conflict', message);
    }
    const { secret, hash } = createClientSecret(context.config.environment, clientId);
    await insertSecret(tx, { clientId, hash });
    const subject = `client:${clientId}:secret:${hash.slice(0, 12)}`;
    await appendAudit(tx, { actor, action: 'client.secret-added', subject });
    return { clientId, clientSecret: secret };
  });
}

export interface SecretToRevoke {
  readonly clientId: string;
  /** The first digits (8 or more) of the hash, as a list of the clients shows them. */
  readonly fingerprint: string;
  readonly actor: string;
}

/** Ends one secret at once. */
export async function revokeSecret(
  context: Pick<ClientsContext, 'database'>,
  { clientId, fingerprint, actor }: SecretToRevoke,
): Promise<void> {
  if (!/^[0-9a-f]{8,64}$/.test(fingerprint)) {
    const message = 'Name the secret by the first 8 or more digits of its hash.';
    throw new AppError('input-invalid', message);
  }
  await inTransaction(context.database.as('operator'), async (tx) => {
    if (!(await lockClient(tx, clientId))) throw noClient(clientId);
    const active = await readActiveSecrets(tx, clientId);
    const [hash, ...others] = active.filter((secret) => secret.startsWith(fingerprint));
    if (hash === undefined || others.length > 0) {
      throw new AppError('not-found', `No one active secret of ${clientId} begins like this.`);
    }
    await revokeSecretRow(tx, { clientId, hash });
    const subject = `client:${clientId}:secret:${hash.slice(0, 12)}`;
    await appendAudit(tx, { actor, action: 'client.secret-revoked', subject });
  });
}

function noClient(clientId: string): AppError {
  return new AppError('not-found', `There is no active client ${clientId}.`);
}
