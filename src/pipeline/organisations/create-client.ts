import { randomBytes } from 'node:crypto';
import { type Database, inTransaction } from '#db/client.ts';
import { insertClient, insertSecret } from '#db/record/client-records.ts';
import { findOrganisation, type Organisation } from '#db/record/organisations.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { CLIENT_ID, createClientSecret } from '#src/access/client-secret.ts';
import { ROLES_OF_ORGANISATION, type Role } from '#src/access/roles.ts';
import { AppError } from '#src/errors.ts';

/** What the steps about clients need; a secret names the environment that it is for. */
export interface ClientsContext {
  readonly database: Database;
  readonly config: { readonly environment: string };
}

export interface NewClientRequest {
  /** The code of its organisation. */
  readonly organisation: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Small letters, digits and hyphens; one is made from the organisation when it is absent. */
  readonly id?: string;
  readonly actor: string;
}

export interface ClientCredentials {
  readonly clientId: string;
  /** Shown here and never again: only its hash is kept. */
  readonly clientSecret: string;
}

/** Creates an API client of an organisation, with roles that its kind may have. */
export async function createClient(
  context: ClientsContext,
  { organisation: code, name, roles, id, actor }: NewClientRequest,
): Promise<ClientCredentials> {
  const clientId = id ?? inventId(code);
  if (!CLIENT_ID.test(clientId)) {
    const message = 'Give an id of 3 to 40 small letters, digits and hyphens.';
    throw new AppError('input-invalid', message);
  }
  const { secret, hash } = createClientSecret(context.config.environment, clientId);
  await inTransaction(context.database.as('operator'), async (tx) => {
    const organisation = await findOrganisation(tx, code);
    if (organisation === undefined) {
      throw new AppError('not-found', `There is no organisation ${code}: create it first.`);
    }
    const granted = checkRoles(organisation, roles);
    const client = { id: clientId, organisationId: organisation.id, name, roles: granted };
    if (!(await insertClient(tx, client))) {
      throw new AppError('conflict', `There is a client ${clientId} already.`);
    }
    await insertSecret(tx, { clientId, hash });
    await appendAudit(tx, { actor, action: 'client.created', subject: `client:${clientId}` });
  });
  return { clientId, clientSecret: secret };
}

function inventId(organisation: string): string {
  const prefix = organisation.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${prefix.slice(0, 28)}-${randomBytes(4).toString('hex')}`;
}

function checkRoles({ kind }: Organisation, roles: readonly string[]): readonly Role[] {
  const allowed = ROLES_OF_ORGANISATION[kind];
  const granted = allowed.filter((role) => roles.includes(role));
  if (granted.length === 0 || roles.some((role) => !granted.includes(role as Role))) {
    const message = `A client of a ${kind} has one or more of these roles: ${allowed.join(', ')}.`;
    throw new AppError('input-invalid', message);
  }
  return granted;
}
