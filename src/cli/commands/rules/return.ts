import type { Command } from 'commander';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { addStep, type StepOptions, takeStep } from '../../rules/take-step.ts';

interface ReturnOptions extends StepOptions {
  readonly remark: string;
}

/** `tasfiya rules return`: gives a submitted version back to its authors. */
export function addRulesReturn(rules: Command): void {
  addStep(rules, 'return')
    .description('give a submitted version back as a draft, and say why')
    .requiredOption('--remark <text>', 'what its author should change')
    .addHelpText('after', example('tasfiya rules return AMO-90-100 2 --remark "Cite the decree."'))
    .action(runs(giveBack));
}

async function giveBack(
  command: CommandContext,
  ...[code, version, options]: [string, number, ReturnOptions]
): Promise<void> {
  const { remark } = options;
  await takeStep(command, { code, version, to: 'return', body: { remark } }, options);
}
