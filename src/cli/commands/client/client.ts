import type { Command } from 'commander';
import { addClientCreate } from './create.ts';
import { addClientList } from './list.ts';
import { addClientRevoke } from './revoke.ts';
import { addClientRevokeSecret } from './revoke-secret.ts';
import { addClientRotate } from './rotate.ts';

/** `tasfiya client`: machines that call the API for an organisation, and their secrets. */
export function addClient(program: Command): void {
  const client = program
    .command('client')
    .description('clients of the API: create, list, rotate a secret, revoke');
  for (const add of [
    addClientCreate,
    addClientList,
    addClientRotate,
    addClientRevokeSecret,
    addClientRevoke,
  ]) {
    add(client);
  }
}
