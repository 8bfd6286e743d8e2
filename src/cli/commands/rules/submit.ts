import type { Command } from 'commander';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { addStep, type StepOptions, takeStep } from '../../rules/take-step.ts';

/** `tasfiya rules submit`: hands a draft over to be approved. */
export function addRulesSubmit(rules: Command): void {
  addStep(rules, 'submit')
    .description('submit a draft for approval; errors and failing cases refuse it')
    .addHelpText('after', example('tasfiya rules submit AMO-90-100 2'))
    .action(runs(submit));
}

async function submit(
  command: CommandContext,
  ...[code, version, options]: [string, number, StepOptions]
): Promise<void> {
  await takeStep(command, { code, version, to: 'submit' }, options);
}
