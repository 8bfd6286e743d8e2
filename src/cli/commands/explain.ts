import { type Command, InvalidArgumentError } from 'commander';
import type { ApiClient } from '#src/client/api-client.ts';
import { AppError } from '#src/errors.ts';
import type { Explanation } from '#src/http/schemas/explanation.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../api-options.ts';
import { toPositiveInteger } from '../argument-parsers.ts';
import { type CommandContext, runs } from '../command.ts';
import { example } from '../example.ts';
import { explanationText } from '../explanation-text.ts';

interface ExplainOptions extends ApiOptions {
  readonly number?: string;
}

/** `tasfiya explain`: why a care sheet was decided as it was, line by line. */
export function addExplain(program: Command): void {
  addApiOptions(program.command('explain'))
    .description('show why a care sheet was decided as it was, line by line')
    .argument('[id]', 'of the care sheet, as the API gave it', toPositiveInteger)
    .option('--number <number>', "the sender's own number of the sheet, instead of the id")
    .addHelpText('after', example('tasfiya explain 1042 --language ar'))
    .action(runs(explain));
}

async function explain(
  { output }: CommandContext,
  id: number | undefined,
  options: ExplainOptions,
): Promise<void> {
  const { number } = options;
  if ((id === undefined) === (number === undefined)) {
    throw new InvalidArgumentError('Give the id of a care sheet, or its --number.');
  }
  const client = openApiClient(options);
  const sheetId = id ?? (await findId(client, number ?? ''));
  const explanation = await client.get<Explanation>(`/v1/care-sheets/${sheetId}/explanation`);
  output.data(explanation, () => explanationText(explanation));
}

/** A number is unique to its sender; a fund may see it from several. */
async function findId(client: ApiClient, number: string): Promise<number> {
  const query = new URLSearchParams({ number });
  const { items } = await client.get<{ items: { id: number; submitter: string }[] }>(
    `/v1/care-sheets?${query}`,
  );
  const [first, ...others] = items;
  if (first === undefined) {
    throw new AppError('not-found', `There is no care sheet with the number ${number}.`);
  }
  if (others.length > 0) {
    const ids = items.map(({ id, submitter }) => `${id} (${submitter})`).join(', ');
    throw new AppError('conflict', `Several senders have this number; explain an id: ${ids}.`);
  }
  return first.id;
}
