import type { Command } from 'commander';
import type { RulesetAnswer } from '#src/http/schemas/ruleset.ts';
import type { Review } from '#src/http/schemas/ruleset-review.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { toPositiveInteger } from '../../argument-parsers.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { readInput } from '../../read-input.ts';
import { rulesetPath } from '../../rules/ruleset-path.ts';
import { reviewText, versionText } from '../../rules/ruleset-text.ts';

interface SaveOptions extends ApiOptions {
  readonly base: string;
}

/** `tasfiya rules save`: replaces the document of a draft that nobody else changed meanwhile. */
export function addRulesSave(rules: Command): void {
  addApiOptions(rules.command('save'))
    .description('replace the document of a draft; refused when somebody changed it since')
    .argument('<code>', 'of the ruleset')
    .argument('<version>', 'the number of the draft', toPositiveInteger)
    .argument('<file>', 'its new document as JSON, or - for stdin')
    .requiredOption('--base <hash>', 'the content that you began from, as `rules show` gives it')
    .addHelpText('after', example('tasfiya rules save AMO-90-100 2 rules.json --base 3f2a90c1...'))
    .action(runs(save));
}

async function save(
  { output }: CommandContext,
  ...[code, version, file, options]: [string, number, string, SaveOptions]
): Promise<void> {
  const body = await readInput(file);
  const client = openApiClient(options);
  const saved = await client.get<RulesetAnswer & { review: Review }>(rulesetPath(code, version), {
    ...{ method: 'PUT', body },
    headers: { 'If-Match': `"${options.base}"` },
  });
  output.data(saved, () => [versionText(saved), reviewText(saved.review)].join('\n'));
}
