import type { Command } from 'commander';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { addStep, type StepOptions, takeStep } from '../../rules/take-step.ts';

/** `tasfiya rules approve`: lets a submitted version pass. */
export function addRulesApprove(rules: Command): void {
  addStep(rules, 'approve')
    .description('approve a submitted version: never one that you wrote')
    .addHelpText('after', example('tasfiya rules approve AMO-90-100 2'))
    .action(runs(approve));
}

async function approve(
  command: CommandContext,
  ...[code, version, options]: [string, number, StepOptions]
): Promise<void> {
  await takeStep(command, { code, version, to: 'approve' }, options);
}
