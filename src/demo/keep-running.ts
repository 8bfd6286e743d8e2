import type { Output } from '#src/cli/output.ts';
import { untilStopped } from '#src/cli/until-stopped.ts';
import type { ApiCredentials } from '#src/client/api-client.ts';
import type { DemoServers } from './demo-servers.ts';
import type { Prepared } from './prepare-database.ts';

interface Kept {
  readonly url: string;
  readonly prepared: Prepared;
  readonly servers: DemoServers;
  readonly output: Output;
}

/** Says where everything is and how each kind of user calls it, and waits for Ctrl-C. */
export async function keepRunning({ url, prepared, servers, output }: Kept): Promise<void> {
  const { clinics, funds, operator, rules } = prepared.clients;
  const [clinic] = clinics;
  output.note(
    [
      '',
      `API            ${url}   (OpenAPI: ${url}/openapi.json, metrics: ${url}/metrics)`,
      servers.describe(),
      '',
      '# Clinic: its own care sheets',
      ...(clinic === undefined ? [] : curl(url, clinic, '/v1/care-sheets?limit=5')),
      '',
      '# Insurer: decisions as they are made, and settlement',
      ...curl(url, funds.CNSS.clerk, '/v1/adjudications?limit=5'),
      ...curl(url, funds.CNSS.officer, '/v1/settlement-batches'),
      '',
      '# Operator: rulesets and look-ups',
      ...curl(url, operator, '/v1/rulesets'),
      '',
      '# Author of rules: drafts, compares, simulates and submits, as `npx tasfiya rules`',
      ...exported(url, rules.author),
      '# Approver of rules: approves and publishes, in another terminal',
      ...exported(url, rules.approver),
      '',
      'Ctrl-C stops everything; what was stored goes with it.',
    ].join('\n'),
  );
  await untilStopped();
}

/** A token, then a call with it. */
function curl(url: string, { clientId, clientSecret }: ApiCredentials, path: string): string[] {
  return [
    `TOKEN=$(curl -s -u '${clientId}:${clientSecret}' -d grant_type=client_credentials \\`,
    `  ${url}/oauth/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `curl -s -H "Authorization: Bearer $TOKEN" '${url}${path}'`,
  ];
}

/** What the commands that are clients of the API read. */
function exported(url: string, { clientId, clientSecret }: ApiCredentials): string[] {
  return [
    `export TASFIYA_URL='${url}' TASFIYA_CLIENT_ID='${clientId}'`,
    `export TASFIYA_CLIENT_SECRET='${clientSecret}'`,
  ];
}
