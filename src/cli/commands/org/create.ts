import { type Command, Option } from 'commander';
import { ORGANISATION_KINDS, type OrganisationKind } from '#src/access/roles.ts';
import { createOrganisation } from '#src/pipeline/organisations/create-organisation.ts';
import { actorOption } from '../../actor-option.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { onInstallation } from '../../on-installation.ts';

interface CreateOptions {
  readonly kind: OrganisationKind;
  readonly code: string;
  readonly name: string;
  readonly actor: string;
}

/** `tasfiya org create`: a sender, a fund, or the administration. */
export function addOrgCreate(org: Command): void {
  const kind = new Option('--kind <kind>', 'what it is').choices(ORGANISATION_KINDS);
  org
    .command('create')
    .description('create an organisation')
    .addOption(kind.makeOptionMandatory())
    .requiredOption('--code <code>', 'capitals, digits and hyphens; of a fund the known one: CNSS')
    .requiredOption('--name <name>', 'for people')
    .addOption(actorOption())
    .addHelpText(
      'after',
      example('tasfiya org create --kind provider --code CLINIC-1 --name Atlas'),
    )
    .action(runs(create));
}

async function create(command: CommandContext, options: CreateOptions): Promise<void> {
  await onInstallation(command, async (context) => {
    const { code, kind, name, actor } = options;
    const created = await createOrganisation(context, { code, kind, name, actor });
    command.output.data(created, `Organisation ${created.code} (${created.kind}) is there.`);
  });
}
