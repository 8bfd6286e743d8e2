import type { Command } from 'commander';
import type { RulesetAnswer } from '#src/http/schemas/ruleset.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { toPositiveInteger } from '../../argument-parsers.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { rulesetPath } from '../../rules/ruleset-path.ts';
import { versionText } from '../../rules/ruleset-text.ts';

interface ShowOptions extends ApiOptions {
  readonly document?: true;
}

/** `tasfiya rules show`: a version and its life, or its document. */
export function addRulesShow(rules: Command): void {
  addApiOptions(rules.command('show'))
    .description('a version with its life; with --document what it says, for an editor')
    .argument('<code>', 'of the ruleset')
    .argument('<version>', 'its number', toPositiveInteger)
    .option('--document', 'write its document alone')
    .addHelpText('after', example('tasfiya rules show AMO-90-100 2 --document > rules.json'))
    .action(runs(show));
}

async function show(
  { output }: CommandContext,
  ...[code, version, options]: [string, number, ShowOptions]
): Promise<void> {
  const client = openApiClient(options);
  const ruleset = await client.get<RulesetAnswer>(rulesetPath(code, version));
  if (options.document !== true) {
    output.data(ruleset, () => versionText(ruleset));
    return;
  }
  output.data(ruleset.document, () => JSON.stringify(ruleset.document, null, 2));
  output.note(`content ${ruleset.contentHash}: give it to \`rules save\` as --base`);
}
