import type { Command } from 'commander';
import { toCalendarDate } from '../../argument-parsers.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { addStep, type StepOptions, takeStep } from '../../rules/take-step.ts';

interface PublishOptions extends StepOptions {
  readonly from?: string;
  readonly to?: string;
}

/** `tasfiya rules publish`: schedules an approved version for dates of care ahead. */
export function addRulesPublish(rules: Command): void {
  addStep(rules, 'publish')
    .description('publish an approved version for dates of care that are still to come')
    .option('--from <date>', 'first date of care; else that of the document', toCalendarDate)
    .option('--to <date>', 'last date of care; else that of the document', toCalendarDate)
    .addHelpText('after', example('tasfiya rules publish AMO-90-100 2 --from 2027-01-01'))
    .action(runs(publish));
}

async function publish(
  command: CommandContext,
  ...[code, version, options]: [string, number, PublishOptions]
): Promise<void> {
  const { from, to } = options;
  const body = {
    ...(from === undefined ? {} : { effectiveFrom: from }),
    ...(to === undefined ? {} : { effectiveTo: to }),
  };
  await takeStep(command, { code, version, to: 'publish', body }, options);
}
