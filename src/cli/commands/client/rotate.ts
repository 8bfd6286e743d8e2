import type { Command } from 'commander';
import { rotateSecret } from '#src/pipeline/organisations/rotate-secret.ts';
import { actorOption } from '../../actor-option.ts';
import { type CommandContext, runs } from '../../command.ts';
import { credentialsText, SHOWN_ONCE } from '../../credentials-text.ts';
import { example } from '../../example.ts';
import { onInstallation } from '../../on-installation.ts';

/** `tasfiya client rotate`: a second secret; the first goes on until it is revoked. */
export function addClientRotate(client: Command): void {
  client
    .command('rotate')
    .description('add a second secret; revoke the first one when the client uses it')
    .argument('<id>', 'of the client')
    .addOption(actorOption())
    .addHelpText('after', example('tasfiya client rotate clinic-1-desk'))
    .action(runs(rotate));
}

async function rotate(
  command: CommandContext,
  clientId: string,
  { actor }: { actor: string },
): Promise<void> {
  await onInstallation(command, async (context) => {
    const credentials = await rotateSecret(context, { clientId, actor });
    command.output.data(credentials, credentialsText(credentials));
    command.output.note(SHOWN_ONCE);
  });
}
