import type { Command } from 'commander';
import type { Comparison } from '#src/http/schemas/ruleset-change.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { toPositiveInteger } from '../../argument-parsers.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { rulesetPath } from '../../rules/ruleset-path.ts';
import { comparisonText } from '../../rules/ruleset-text.ts';

/** `tasfiya rules diff`: what differs from one version to another. */
export function addRulesDiff(rules: Command): void {
  addApiOptions(rules.command('diff'))
    .description('what differs from one version to another, row by row')
    .argument('<code>', 'of the ruleset')
    .argument('<from>', 'the version before', toPositiveInteger)
    .argument('<to>', 'the version after', toPositiveInteger)
    .addHelpText('after', example('tasfiya rules diff AMO-90-100 1 2 --language fr'))
    .action(runs(diff));
}

async function diff(
  { output }: CommandContext,
  ...[code, from, to, options]: [string, number, number, ApiOptions]
): Promise<void> {
  const client = openApiClient(options);
  const comparison = await client.get<Comparison>(`${rulesetPath(code, to)}/diff?with=${from}`);
  output.data(comparison, () => comparisonText(comparison));
}
