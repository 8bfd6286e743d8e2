import type { Command } from 'commander';
import type { Review } from '#src/http/schemas/ruleset-review.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { toPositiveInteger } from '../../argument-parsers.ts';
import { type CommandContext, EXIT, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { rulesetPath } from '../../rules/ruleset-path.ts';
import { reviewText } from '../../rules/ruleset-text.ts';

/** `tasfiya rules validate`: what is wrong with a version, and what its cases come to. */
export function addRulesValidate(rules: Command): void {
  addApiOptions(rules.command('validate'))
    .description('check a version beside the record of today, and run its cases')
    .argument('<code>', 'of the ruleset')
    .argument('<version>', 'its number', toPositiveInteger)
    .addHelpText('after', example('tasfiya rules validate AMO-90-100 2'))
    .addHelpText('after', '\nExit code 1 when it cannot be submitted.')
    .action(runs(validate));
}

async function validate(
  { output }: CommandContext,
  ...[code, version, options]: [string, number, ApiOptions]
): Promise<void> {
  const client = openApiClient(options);
  const path = `${rulesetPath(code, version)}/validate`;
  const { review } = await client.get<{ review: Review }>(path, { method: 'POST' });
  output.data(review, () => reviewText(review));
  if (!review.submittable) process.exitCode = EXIT.refused;
}
