import type { Command } from 'commander';
import type { ReasonEntry } from '#src/http/schemas/reason-catalogue.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../../api-options.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { reasonEntryText } from '../../reason-text.ts';

interface ApproveOptions extends ApiOptions {
  readonly hash: string;
}

/** `tasfiya reasons approve`: lets the texts that somebody else proposed be told. */
export function addReasonsApprove(reasons: Command): void {
  addApiOptions(reasons.command('approve'))
    .description('approve the texts that somebody else proposed: they are told from now on')
    .argument('<code>', 'of the reason')
    .requiredOption('--hash <hash>', 'of the proposal that you have read, as `show` gives it')
    .addHelpText('after', example('tasfiya reasons approve cap-reached --hash 3f1c...'))
    .action(runs(approve));
}

async function approve(
  { output }: CommandContext,
  code: string,
  options: ApproveOptions,
): Promise<void> {
  const path = `/v1/reasons/${encodeURIComponent(code)}/approve`;
  const headers = { 'if-match': `"${options.hash}"` };
  const entry = await openApiClient(options).get<ReasonEntry>(path, { method: 'POST', headers });
  output.data(entry, () => reasonEntryText(entry));
}
