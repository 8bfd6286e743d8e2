import { type ListedClient, readClients } from '#db/record/client-records.ts';
import { type Organisation, readOrganisations } from '#db/record/organisations.ts';
import type { ClientsContext } from './create-client.ts';

type Reading = Pick<ClientsContext, 'database'>;

export function listOrganisations({ database }: Reading): Promise<Organisation[]> {
  return readOrganisations(database.as('operator'));
}

/** Clients, revoked ones too; of one organisation, where its code is given. */
export function listClients(
  { database }: Reading,
  { organisation }: { organisation?: string } = {},
): Promise<ListedClient[]> {
  return readClients(database.as('operator'), organisation);
}
