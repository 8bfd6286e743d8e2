import type { Command } from 'commander';
import type { RulesetAnswer } from '#src/http/schemas/ruleset.ts';
import { type ApiOptions, addApiOptions, openApiClient } from '../api-options.ts';
import { toPositiveInteger } from '../argument-parsers.ts';
import type { CommandContext } from '../command.ts';
import { rulesetPath } from './ruleset-path.ts';
import { versionText } from './ruleset-text.ts';

export interface StepOptions extends ApiOptions {
  readonly base?: string;
}

/** A command that moves one version on in its life. */
export function addStep(rules: Command, name: string): Command {
  return addApiOptions(rules.command(name))
    .argument('<code>', 'of the ruleset')
    .argument('<version>', 'its number', toPositiveInteger)
    .option('--base <hash>', 'of the content that you have read; else the one that is there now');
}

export interface Step {
  readonly code: string;
  readonly version: number;
  readonly to: string;
  readonly body?: unknown;
}

/** Takes the step under the tag of the content that was read, and shows what became of it. */
export async function takeStep(
  { output }: CommandContext,
  { code, version, to, body }: Step,
  options: StepOptions,
): Promise<void> {
  const client = openApiClient(options);
  const path = rulesetPath(code, version);
  const hash = options.base ?? (await client.get<RulesetAnswer>(path)).contentHash;
  const answer = await client.get<RulesetAnswer>(`${path}/${to}`, {
    ...{ method: 'POST', headers: { 'If-Match': `"${hash}"` } },
    ...(body === undefined ? {} : { body }),
  });
  output.data(answer, () => versionText(answer));
}
