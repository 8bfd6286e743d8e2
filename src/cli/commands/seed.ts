import { type Command, Option } from 'commander';
import type { RulesChoice } from '#fixtures/load-rulesets.ts';
import { type SeededReference, seedReference } from '#fixtures/seed/seed-reference.ts';
import { type CommandContext, runs } from '../command.ts';
import { example } from '../example.ts';
import { onInstallation } from '../on-installation.ts';
import { table } from '../output.ts';

/** `tasfiya seed`: what every installation starts from; again, it changes nothing. */
export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('put on record the funds, schemes, acts, tariffs and rulesets that ship')
    .addOption(
      new Option('--rules <choice>', 'the 90/100 scenario of the mission, or the law in force')
        .choices(['mission', 'statutory'])
        .default('mission'),
    )
    .addHelpText('after', example('tasfiya seed --rules statutory'))
    .action(runs(seed));
}

async function seed(command: CommandContext, { rules }: { rules: RulesChoice }): Promise<void> {
  await onInstallation(command, async (context) => {
    const seeded = await seedReference(context, { rules });
    command.output.data(seeded, () => seededText(seeded));
  });
}

function seededText({ organisations, reports, rulesets }: SeededReference): string {
  const rows = reports.map(({ kind, rows: all, imported, importedWithWarning }) => [
    ...[kind, all, imported + importedWithWarning],
  ]);
  return [
    `Organisations: ${organisations.map(({ code }) => code).join(', ')}`,
    table(['on record', 'rows', 'new or changed'], rows),
    ...rulesets.map(({ code, version, changed }) => {
      return `Ruleset ${code}@${version}: ${changed ? 'published' : 'was in force already'}`;
    }),
  ].join('\n');
}
