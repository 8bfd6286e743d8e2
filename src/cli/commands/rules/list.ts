import type { Command } from 'commander';
import type { RulesetSummary } from '#src/http/schemas/ruleset.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { versionsPath } from '../../rules/ruleset-path.ts';
import { versionsText } from '../../rules/ruleset-text.ts';

/** `tasfiya rules list`: rulesets with their versions and states. */
export function addRulesList(rules: Command): void {
  addApiOptions(rules.command('list'))
    .description('rulesets with their versions, states and days')
    .argument('[code]', 'of one ruleset')
    .addHelpText('after', example('tasfiya rules list AMO-90-100'))
    .action(runs(list));
}

async function list({ output }: CommandContext, code: string | undefined, options: ApiOptions) {
  const client = openApiClient(options);
  const path = code === undefined ? '/v1/rulesets' : versionsPath(code);
  const { items } = await client.get<{ items: RulesetSummary[] }>(path);
  output.data(items, () => versionsText(items));
}
