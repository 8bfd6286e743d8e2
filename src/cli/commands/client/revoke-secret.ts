import type { Command } from 'commander';
import { revokeSecret } from '#src/pipeline/organisations/rotate-secret.ts';
import { actorOption } from '../../actor-option.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { onInstallation } from '../../on-installation.ts';

/** `tasfiya client revoke-secret`: ends one secret of a client at once. */
export function addClientRevokeSecret(client: Command): void {
  client
    .command('revoke-secret')
    .description('end one secret of a client at once')
    .argument('<id>', 'of the client')
    .argument('<hash>', 'the beginning of its hash, as `client list` shows it')
    .addOption(actorOption())
    .addHelpText('after', example('tasfiya client revoke-secret clinic-1-desk 3f2a90c1'))
    .action(runs(revoke));
}

async function revoke(
  command: CommandContext,
  ...[clientId, fingerprint, { actor }]: [string, string, { actor: string }]
): Promise<void> {
  await onInstallation(command, async (context) => {
    await revokeSecret(context, { clientId, fingerprint, actor });
    command.output.data({ clientId, revoked: fingerprint }, `A secret of ${clientId} is ended.`);
  });
}
