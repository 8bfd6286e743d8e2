import { type Command, InvalidArgumentError } from 'commander';
import type { ApiClient } from '#src/client/api-client.ts';
import { inOrder } from '#src/client/in-order.ts';
import { inParallel } from '#src/client/in-parallel.ts';
import { problemText } from '#src/client/problem.ts';
import { contentKey, type SheetContent, splitSheets } from '#src/client/split-sheets.ts';
import { type SubmitResult, submitCareSheet } from '#src/client/submit-care-sheet.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../api-options.ts';
import { type CommandContext, EXIT, runs } from '../command.ts';
import { example } from '../example.ts';
import { readInput } from '../read-input.ts';

interface SubmitOptions extends ApiOptions {
  readonly idempotencyKey?: string;
}

/** `tasfiya submit`: sends care sheets to the API; to repeat it is harmless. */
export function addSubmit(program: Command): void {
  addApiOptions(program.command('submit'))
    .description('send care sheets: a JSON file of one, NDJSON of many, or - for stdin')
    .argument('<file>', 'care sheets as POST /v1/care-sheets takes them')
    .option('--idempotency-key <key>', 'of a single sheet; else made from its content')
    .addHelpText('after', example('tasfiya submit sheets.ndjson --url https://api.example.ma'))
    .addHelpText('after', '\nExit code 1 when a sheet was refused; the others are in.')
    .action(runs(submit));
}

const AT_ONCE = 16;

async function submit({ output }: CommandContext, file: string, options: SubmitOptions) {
  const client = openApiClient(options);
  const sheets = splitSheets(await readInput(file));
  const { idempotencyKey } = options;
  if (sheets.length === 0) throw new InvalidArgumentError(`There is no care sheet in ${file}.`);
  if (idempotencyKey !== undefined && sheets.length > 1) {
    throw new InvalidArgumentError('--idempotency-key is for one sheet, and the file has several.');
  }
  const counts = { received: 0, 'already-received': 0, refused: 0 };
  const tell = inOrder<SubmitResult & { line: number }>((result) => {
    counts[result.outcome] += 1;
    output.data(result, () => resultText(result));
  });
  await inParallel(sheets.entries(), AT_ONCE, async ([index, sheet]) => {
    tell(index, { line: sheet.line, ...(await send(client, sheet, idempotencyKey)) });
  });
  const { received, refused } = counts;
  output.note(`${received} received, ${counts['already-received']} already in, ${refused} refused`);
  if (refused > 0) process.exitCode = EXIT.refused;
}

function send(client: ApiClient, { bytes }: SheetContent, key: string | undefined) {
  return submitCareSheet(client, { body: bytes, idempotencyKey: key ?? contentKey(bytes) });
}

function resultText(result: SubmitResult & { line: number }): string {
  if (result.outcome === 'refused') {
    return `line ${result.line}: refused. ${problemText(result.problem)}`;
  }
  const { id, number, warnings } = result.sheet;
  const lines = warnings.map(({ pointer, message }) => `\n  ${pointer}: ${message}`);
  return `line ${result.line}: ${result.outcome}, care sheet ${id} (${number})${lines.join('')}`;
}
