import type { Role } from '#src/access/roles.ts';
import { type ApiClient, createApiClient } from '#src/client/api-client.ts';
import { type CliRun, runCli } from '#tests/cli/run-cli.ts';
import type { RunningSystem } from './running-system.ts';

/** Somebody with credentials of their own: what they do by hand, and what by their software. */
export interface RulesPerson {
  /** Of their client. */
  readonly id: string;
  readonly api: ApiClient;
  /** `tasfiya rules ...` */
  rules(...args: string[]): Promise<RulesRun>;
}

interface RulesRun extends CliRun {
  json(): ReturnType<typeof JSON.parse>;
}

export async function rulesPerson(
  system: RunningSystem,
  role: Extract<Role, 'rules-author' | 'rules-approver'>,
): Promise<RulesPerson> {
  const credentials = await system.register('ADMIN', role);
  const env = {
    TASFIYA_URL: system.url,
    TASFIYA_CLIENT_ID: credentials.clientId,
    TASFIYA_CLIENT_SECRET: credentials.clientSecret,
  };
  return {
    id: credentials.clientId,
    api: createApiClient(system.url, credentials, { language: 'en' }),
    rules: async (...args) => {
      const run = await runCli(['rules', ...args], { env });
      return { ...run, json: () => JSON.parse(run.stdout) };
    },
  };
}

/** Drafts version 2 of the mission's rules: routine care at 85 % instead of 90 %, from a day. */
export function draftRate(author: RulesPerson, effectiveFrom: string): Promise<RulesRun> {
  return author.rules(
    ...['draft', 'AMO-90-100', '--from', '1', '--set', 'ROUTINE.rate=0.85'],
    ...['--set', `effectiveFrom=${effectiveFrom}`, '--json'],
  );
}
