import type { Command } from 'commander';
import type { ReasonEntry } from '#src/http/schemas/reason-catalogue.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { reasonEntryText } from '../../reason-text.ts';

/** `tasfiya reasons show`: one reason in all its texts, and what is proposed. */
export function addReasonsShow(reasons: Command): void {
  addApiOptions(reasons.command('show'))
    .description('one reason in three languages, with its facts, source, and what is proposed')
    .argument('<code>', 'of the reason')
    .addHelpText('after', example('tasfiya reasons show cap-reached --json > cap-reached.json'))
    .action(runs(show));
}

async function show({ output }: CommandContext, code: string, options: ApiOptions): Promise<void> {
  const path = `/v1/reasons/${encodeURIComponent(code)}`;
  const entry = await openApiClient(options).get<ReasonEntry>(path);
  output.data(entry, () => reasonEntryText(entry));
}
