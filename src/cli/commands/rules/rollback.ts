import type { Command } from 'commander';
import type { RulesetAnswer } from '#src/http/schemas/ruleset.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { toCalendarDate, toPositiveInteger } from '../../argument-parsers.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { versionText } from '../../rules/ruleset-text.ts';

interface RollbackOptions extends ApiOptions {
  readonly from: string;
  readonly to?: string;
  readonly idempotencyKey?: string;
}

/** `tasfiya rules rollback`: an earlier content with a new date, for somebody else to approve. */
export function addRulesRollback(rules: Command): void {
  addApiOptions(rules.command('rollback'))
    .description('submit the content of an earlier version with new dates, to be approved')
    .argument('<code>', 'of the ruleset')
    .argument('<version>', 'whose content comes back', toPositiveInteger)
    .requiredOption('--from <date>', 'first date of care, from tomorrow on', toCalendarDate)
    .option('--to <date>', 'last date of care; else there is no end', toCalendarDate)
    .option('--idempotency-key <key>', 'to ask again with, and get the same version')
    .addHelpText('after', example('tasfiya rules rollback AMO-90-100 1 --from 2027-02-01'))
    .action(runs(rollback));
}

async function rollback(
  { output }: CommandContext,
  ...[code, version, options]: [string, number, RollbackOptions]
): Promise<void> {
  const { from, to, idempotencyKey } = options;
  const path = `/v1/rulesets/${encodeURIComponent(code)}/rollback`;
  const submitted = await openApiClient(options).get<RulesetAnswer>(path, {
    method: 'POST',
    body: { to: version, effectiveFrom: from, effectiveTo: to ?? null },
    headers: idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey },
  });
  output.data(submitted, () => versionText(submitted));
}
