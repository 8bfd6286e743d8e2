import type { Command } from 'commander';
import { listOrganisations } from '#src/pipeline/organisations/list-organisations.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { onInstallation } from '../../on-installation.ts';
import { table } from '../../output.ts';

/** `tasfiya org list`: all organisations, by code. */
export function addOrgList(org: Command): void {
  org
    .command('list')
    .description('all organisations, by code')
    .addHelpText('after', example('tasfiya org list'))
    .action(runs(list));
}

async function list(command: CommandContext): Promise<void> {
  await onInstallation(command, async (context) => {
    const organisations = await listOrganisations(context);
    const rows = organisations.map(({ code, kind, name }) => [code, kind, name]);
    command.output.data(organisations, () => table(['code', 'kind', 'name'], rows));
  });
}
