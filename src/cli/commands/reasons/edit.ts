import type { Command } from 'commander';
import { AppError } from '#src/errors.ts';
import type { ReasonEntry } from '#src/http/schemas/reason-catalogue.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { readInput } from '../../read-input.ts';
import { reasonEntryText } from '../../reason-text.ts';

/** `tasfiya reasons edit`: proposes other texts; somebody else approves them. */
export function addReasonsEdit(reasons: Command): void {
  addApiOptions(reasons.command('edit'))
    .description('propose other texts of a reason, from what `show --json` gave and you changed')
    .argument('<code>', 'of the reason')
    .argument('<file>', 'JSON with insured, provider, remedy and legalSource; - for stdin')
    .addHelpText('after', example('tasfiya reasons edit cap-reached cap-reached.json'))
    .action(runs(edit));
}

async function edit(
  { output }: CommandContext,
  ...[code, file, options]: [string, string, ApiOptions]
): Promise<void> {
  const { contentHash, ...given } = parse(await readInput(file), file);
  const client = openApiClient(options);
  const path = `/v1/reasons/${encodeURIComponent(code)}`;
  // What the file was made from must still be what is there, where the file says so.
  const read = contentHash ?? (await client.get<ReasonEntry>(path)).contentHash;
  const { insured, provider, remedy, legalSource } = given;
  const entry = await client.get<ReasonEntry>(path, {
    method: 'PUT',
    body: { insured, provider, remedy, legalSource },
    headers: { 'if-match': `"${read}"` },
  });
  output.data(entry, () => reasonEntryText(entry));
}

function parse(bytes: Uint8Array, file: string): Partial<ReasonEntry> {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<ReasonEntry>;
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, cause: unknown): AppError {
  const message = `${file} is no JSON: write it with \`reasons show --json\`.`;
  return new AppError('configuration-invalid', message, { cause });
}
