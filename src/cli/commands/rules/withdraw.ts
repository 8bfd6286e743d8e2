import type { Command } from 'commander';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { addStep, type StepOptions, takeStep } from '../../rules/take-step.ts';

/** `tasfiya rules withdraw`: takes a version back for good. */
export function addRulesWithdraw(rules: Command): void {
  addStep(rules, 'withdraw')
    .description('take a version back before it is in force')
    .addHelpText('after', example('tasfiya rules withdraw AMO-90-100 2'))
    .action(runs(withdraw));
}

async function withdraw(
  command: CommandContext,
  ...[code, version, options]: [string, number, StepOptions]
): Promise<void> {
  await takeStep(command, { code, version, to: 'withdraw' }, options);
}
