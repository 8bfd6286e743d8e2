import type { Command } from 'commander';
import type { Review } from '#src/http/schemas/ruleset-review.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { toPositiveInteger } from '../../argument-parsers.ts';
import { type CommandContext, EXIT, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { rulesetPath } from '../../rules/ruleset-path.ts';
import { casesText } from '../../rules/ruleset-text.ts';

/** `tasfiya rules test`: the golden cases of a version, run by the engine. */
export function addRulesTest(rules: Command): void {
  addApiOptions(rules.command('test'))
    .description('run the golden cases of a version')
    .argument('<code>', 'of the ruleset')
    .argument('<version>', 'its number', toPositiveInteger)
    .addHelpText('after', example('tasfiya rules test AMO-90-100 2'))
    .addHelpText('after', '\nExit code 1 when a case fails.')
    .action(runs(test));
}

async function test(
  { output }: CommandContext,
  ...[code, version, options]: [string, number, ApiOptions]
): Promise<void> {
  const client = openApiClient(options);
  const path = `${rulesetPath(code, version)}/cases`;
  const cases = await client.get<NonNullable<Review['cases']>>(path);
  output.data(cases, () => casesText(cases));
  if (cases.failed > 0) process.exitCode = EXIT.refused;
}
