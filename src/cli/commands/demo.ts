import type { Command } from 'commander';
import { runDemo } from '#src/demo/run-demo.ts';
import { toPositiveInteger } from '../argument-parsers.ts';
import { type CommandContext, EXIT, runs } from '../command.ts';
import { example } from '../example.ts';

interface DemoOptions {
  readonly sheets: number;
  readonly keep: boolean;
  readonly seed: number;
}

/** `tasfiya demo`: a day of care sheets, from the API to the bordereau, on real servers. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('send a day of invented care sheets the whole way, and check what came of it')
    .option('--sheets <count>', 'how many care sheets', toPositiveInteger, 5_000)
    .option('--keep', 'leave it running, and print how each kind of user calls it', false)
    .option('--seed <number>', 'another seed invents another day', toPositiveInteger, 1)
    .addHelpText('after', example('tasfiya demo --sheets 20000 --keep'))
    .action(runs(demo));
}

async function demo(context: CommandContext, options: DemoOptions): Promise<void> {
  const { sheets, keep, seed } = options;
  const isSound = await runDemo({ sheets, keep, seed }, context);
  if (!isSound) process.exitCode = EXIT.refused;
}
