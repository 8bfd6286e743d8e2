import type { Command } from 'commander';
import { revokeClient } from '#src/pipeline/organisations/revoke-client.ts';
import { actorOption } from '../../actor-option.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { onInstallation } from '../../on-installation.ts';

/** `tasfiya client revoke`: ends a client with all its secrets, for good. */
export function addClientRevoke(client: Command): void {
  client
    .command('revoke')
    .description('end a client for good; tokens that it holds last ten minutes more')
    .argument('<id>', 'of the client')
    .addOption(actorOption())
    .addHelpText('after', example('tasfiya client revoke clinic-1-desk'))
    .action(runs(revoke));
}

async function revoke(
  command: CommandContext,
  clientId: string,
  { actor }: { actor: string },
): Promise<void> {
  await onInstallation(command, async (context) => {
    await revokeClient(context, { clientId, actor });
    command.output.data({ clientId, revoked: true }, `Client ${clientId} is ended.`);
  });
}
