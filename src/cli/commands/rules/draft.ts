import { type Command, InvalidArgumentError } from 'commander';
import type { RulesetAnswer } from '#src/http/schemas/ruleset.ts';
import type { Review } from '#src/http/schemas/ruleset-review.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { toPositiveInteger } from '../../argument-parsers.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { readJsonInput } from '../../rules/read-json-input.ts';
import { type Setting, toSettings } from '../../rules/read-setting.ts';
import { versionsPath } from '../../rules/ruleset-path.ts';
import { reviewText, versionText } from '../../rules/ruleset-text.ts';

interface DraftOptions extends ApiOptions {
  readonly from?: number;
  readonly set?: readonly Setting[];
  readonly idempotencyKey?: string;
}

/** `tasfiya rules draft`: the next version of a ruleset, from a file or from an earlier one. */
export function addRulesDraft(rules: Command): void {
  addApiOptions(rules.command('draft'))
    .description('create a draft: from a document, or from a version with some fields set anew')
    .argument('<code>', 'of the ruleset')
    .argument('[file]', 'a JSON document, or - for stdin')
    .option('--from <version>', 'begin from this version instead of a file', toPositiveInteger)
    .option('--set <field=value>', 'a field set anew, once for each', toSettings)
    .option('--idempotency-key <key>', 'to ask again with, and get the same draft')
    .addHelpText(
      'after',
      example(
        'tasfiya rules draft AMO-90-100 --from 1 --set ROUTINE.rate=0.85 \\\n' +
          '  --set effectiveFrom=2027-01-01',
      ),
    )
    .action(runs(draft));
}

async function draft(
  { output }: CommandContext,
  ...[code, file, options]: [string, string | undefined, DraftOptions]
): Promise<void> {
  const { from, set, idempotencyKey } = options;
  if ((file === undefined) === (from === undefined)) {
    throw new InvalidArgumentError('Give a file, or the version to begin --from.');
  }
  if (from === undefined && set !== undefined) {
    throw new InvalidArgumentError('--set is for a draft that begins --from a version.');
  }
  const body =
    file === undefined ? { from, changes: set ?? [] } : { document: await readJsonInput(file) };
  const client = openApiClient(options);
  const made = await client.get<RulesetAnswer & { review: Review }>(versionsPath(code), {
    ...{ method: 'POST', body },
    headers: idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey },
  });
  output.data(made, () => [versionText(made), reviewText(made.review)].join('\n'));
}
