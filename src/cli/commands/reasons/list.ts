import type { Command } from 'commander';
import type { ReasonListAnswer } from '#src/http/schemas/reason-catalogue.ts';
import {
  type ApiOptions,
  addApiOptions,
  openApiClient,
  spokenLanguage,
} from '../../api-options.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { table } from '../../output.ts';

/** `tasfiya reasons list`: every reason with its family and what providers are told. */
export function addReasonsList(reasons: Command): void {
  addApiOptions(reasons.command('list'))
    .description('every reason with its family, its version and what providers are told')
    .addHelpText('after', example('tasfiya reasons list --language ar'))
    .action(runs(list));
}

async function list({ output }: CommandContext, options: ApiOptions): Promise<void> {
  const { items } = await openApiClient(options).get<ReasonListAnswer>('/v1/reasons');
  const language = spokenLanguage(options);
  output.data(items, () =>
    table(
      ['reason', 'family', 'version', 'provider'],
      items.map(({ code, family, version, provider }) => [
        ...[code, family, version, provider[language]],
      ]),
    ),
  );
}
