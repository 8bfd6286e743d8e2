import { access } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import type { ApiClient } from '#src/client/api-client.ts';
import { readClientSettings } from '#src/client/client-settings.ts';
import { problemText } from '#src/client/problem.ts';
import { sendFile } from '#src/client/send-file.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { toCalendarDate, toPositiveInteger } from '../../argument-parsers.ts';
import { type CommandContext, EXIT, runs } from '../../command.ts';
import { example } from '../../example.ts';
import type { Output } from '../../output.ts';
import { preferredLanguage } from '../../preferred-language.ts';
import { readJsonInput } from '../../rules/read-json-input.ts';
import { progressText, type Simulation, simulationText } from '../../simulation-text.ts';

interface SimulateOptions extends ApiOptions {
  readonly from?: string;
  readonly to?: string;
  readonly file?: string;
  readonly receivedOn?: string;
  readonly withoutRefused?: true;
  readonly wait?: true;
}

/** `tasfiya rules simulate`: what a ruleset would have made of sheets, stored or in a file. */
export function addRulesSimulate(rules: Command): void {
  addApiOptions(rules.command('simulate'))
    .description('what a version, or a draft in a file, would have made of care sheets')
    .argument('<ruleset>', 'its code, or a JSON file (- for stdin) where no version is named')
    .argument('[version]', 'of a stored ruleset, whatever its status', toPositiveInteger)
    .option('--from <day>', 'the stored sheets from this day of care', toCalendarDate)
    .option('--to <day>', 'to this one', toCalendarDate)
    .option('--file <file>', 'sheets that are not stored: NDJSON as import sheets takes it')
    .option('--received-on <day>', 'when those count as received (today)', toCalendarDate)
    .option('--without-refused', 'simulate a file although some of its lines are refused')
    .option('--wait', 'until it is done, and show its report')
    .addHelpText(
      'after',
      example('tasfiya rules simulate AMO-90-100 3 --from 2026-01-01 --to 2026-06-30 --wait'),
    )
    .addHelpText('after', example('tasfiya rules simulate AMO-90-100 3 --file day.ndjson --wait'))
    .addHelpText('after', '\nNothing is written but the report. Exit code 1 when it failed.')
    .action(runs(simulate));
}

const LOOK_EVERY_MS = 300;

async function simulate(
  { output }: CommandContext,
  ...[ruleset, version, options]: [string, number | undefined, SimulateOptions]
): Promise<void> {
  checkScope(options);
  const client = openApiClient(options);
  const of =
    version === undefined
      ? { document: await readJsonInput(ruleset) }
      : { ruleset: { code: ruleset, version } };
  const over = await readScope(options, output);
  if (over === undefined) return;
  const asked = await client.get<Simulation>('/v1/simulations', {
    method: 'POST',
    body: { ...of, ...over },
  });
  if (options.wait !== true) {
    output.data(asked, () => `simulation ${asked.id} is under way: ${asked.links.self}`);
    return;
  }
  const ended = await waitFor(client, asked, output);
  output.data(ended, () => simulationText(ended));
  if (ended.status !== 'done') process.exitCode = EXIT.refused;
}

function checkScope({ from, to, file }: SimulateOptions): void {
  const isPeriod = from !== undefined && to !== undefined;
  const isFile = file !== undefined && from === undefined && to === undefined;
  if (isFile || (isPeriod && file === undefined)) return;
  throw new InvalidArgumentError('Give either --from and --to, or --file.');
}

/** Undefined when lines of a file are refused, and nobody said that they may be. */
async function readScope(
  { from, to, file, ...options }: SimulateOptions,
  output: Output,
): Promise<object | undefined> {
  if (file === undefined) return { period: { from, to } };
  await access(file).catch(() => {
    throw new InvalidArgumentError(`There is no file ${file}.`);
  });
  const sent = await sendFile(readClientSettings(process.env, options), {
    path: file,
    receivedOn: options.receivedOn,
    language: options.language ?? preferredLanguage(process.env),
    onRefused: ({ line, problem }) => output.note(`line ${line}: ${problemText(problem)}`),
  });
  const { lines, refused } = sent.counts;
  if (sent.file !== null && (refused === 0 || options.withoutRefused)) {
    return { file: sent.file.id };
  }
  output.note(`${refused} of ${lines} lines are refused: nothing is simulated.`);
  process.exitCode = EXIT.refused;
  return undefined;
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
