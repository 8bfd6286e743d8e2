import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { ApiClient } from '#src/client/api-client.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { toCalendarDate, toPositiveInteger } from '../../argument-parsers.ts';
import { type CommandContext, EXIT, runs } from '../../command.ts';
import { example } from '../../example.ts';
import type { Output } from '../../output.ts';
import { readJsonInput } from '../../rules/read-json-input.ts';
import { progressText, type Simulation, simulationText } from '../../simulation-text.ts';

interface SimulateOptions extends ApiOptions {
  readonly from: string;
  readonly to: string;
  readonly wait?: true;
}

/** `tasfiya rules simulate`: what a ruleset would have made of stored sheets. */
export function addRulesSimulate(rules: Command): void {
  addApiOptions(rules.command('simulate'))
    .description('what a version, or a draft in a file, would have made of the sheets of a period')
    .argument('<ruleset>', 'its code, or a JSON file (- for stdin) where no version is named')
    .argument('[version]', 'of a stored ruleset, whatever its status', toPositiveInteger)
    .requiredOption('--from <day>', 'the first day of care', toCalendarDate)
    .requiredOption('--to <day>', 'the last day of care', toCalendarDate)
    .option('--wait', 'until it is done, and show its report')
    .addHelpText(
      'after',
      example('tasfiya rules simulate AMO-90-100 3 --from 2026-01-01 --to 2026-06-30 --wait'),
    )
    .addHelpText('after', '\nNothing is written but the report. Exit code 1 when it failed.')
    .action(runs(simulate));
}

const LOOK_EVERY_MS = 300;

async function simulate(
  { output }: CommandContext,
  ...[ruleset, version, options]: [string, number | undefined, SimulateOptions]
): Promise<void> {
  const client = openApiClient(options);
  const of =
    version === undefined
      ? { document: await readJsonInput(ruleset) }
      : { ruleset: { code: ruleset, version } };
  const period = { from: options.from, to: options.to };
  const asked = await client.get<Simulation>('/v1/simulations', {
    method: 'POST',
    body: { ...of, period },
  });
  if (options.wait !== true) {
    output.data(asked, () => `simulation ${asked.id} is under way: ${asked.links.self}`);
    return;
  }
  const ended = await waitFor(client, asked, output);
  output.data(ended, () => simulationText(ended));
  if (ended.status !== 'done') process.exitCode = EXIT.refused;
}

async function waitFor(client: ApiClient, asked: Simulation, output: Output): Promise<Simulation> {
  let told = '';
  for (;;) {
    const now = await client.get<Simulation>(asked.links.self);
    if (!['planning', 'running'].includes(now.status)) return now;
    const text = progressText(now);
    if (text !== told) output.progress(text);
    told = text;
    await sleep(LOOK_EVERY_MS);
  }
}
