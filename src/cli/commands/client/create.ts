import { type Command, Option } from 'commander';
import { ROLES, type Role } from '#src/access/roles.ts';
import { createClient } from '#src/pipeline/organisations/create-client.ts';
import { actorOption } from '../../actor-option.ts';
import { type CommandContext, runs } from '../../command.ts';
import { credentialsText, SHOWN_ONCE } from '../../credentials-text.ts';
import { example } from '../../example.ts';
import { onInstallation } from '../../on-installation.ts';

interface CreateOptions {
  readonly org: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly id?: string;
  readonly actor: string;
}

/** `tasfiya client create`: a machine that calls the API, with its first secret. */
export function addClientCreate(client: Command): void {
  const roles = new Option('--roles <roles...>', 'what it may do').choices(ROLES);
  client
    .command('create')
    .description('create a client of the API; its secret is shown once')
    .requiredOption('--org <code>', 'of its organisation')
    .requiredOption('--name <name>', 'for people')
    .addOption(roles.makeOptionMandatory())
    .option('--id <id>', 'small letters, digits and hyphens; else one is made')
    .addOption(actorOption())
    .addHelpText(
      'after',
      example('tasfiya client create --org CLINIC-1 --name desk --roles clinic > clinic.env'),
    )
    .action(runs(create));
}

async function create(command: CommandContext, options: CreateOptions): Promise<void> {
  const { org, name, roles, id, actor } = options;
  await onInstallation(command, async (context) => {
    const credentials = await createClient(context, {
      ...{ organisation: org, name, roles, actor },
      ...(id === undefined ? {} : { id }),
    });
    command.output.data(credentials, credentialsText(credentials));
    command.output.note(SHOWN_ONCE);
  });
}
