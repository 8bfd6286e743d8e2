import type { Command } from 'commander';
import { listClients } from '#src/pipeline/organisations/list-organisations.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { onInstallation } from '../../on-installation.ts';
import { table } from '../../output.ts';

/** `tasfiya client list`: clients with the beginnings of the hashes of their secrets. */
export function addClientList(client: Command): void {
  client
    .command('list')
    .description('clients, revoked ones too, with the beginning of the hash of each secret')
    .option('--org <code>', 'of this organisation only')
    .addHelpText('after', example('tasfiya client list --org CLINIC-1'))
    .action(runs(list));
}

async function list(command: CommandContext, { org }: { org?: string }): Promise<void> {
  await onInstallation(command, async (context) => {
    const clients = await listClients(context, org === undefined ? {} : { organisation: org });
    const rows = clients.map(({ id, organisation, name, roles, secrets, revokedAt }) => [
      ...[id, organisation, name, roles.join(', ')],
      revokedAt === null ? secrets.join(', ') : 'revoked',
    ]);
    const head = ['client', 'organisation', 'name', 'roles', 'secrets'];
    command.output.data(clients, () => table(head, rows));
  });
}
