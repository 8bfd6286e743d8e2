import type { ClientCredentials } from '#src/pipeline/organisations/create-client.ts';

/** Credentials as settings of a shell, which is how the users' commands take them. */
export function credentialsText({ clientId, clientSecret }: ClientCredentials): string {
  return `TASFIYA_CLIENT_ID=${clientId}\nTASFIYA_CLIENT_SECRET=${clientSecret}`;
}

export const SHOWN_ONCE = 'The secret is not shown again: only its hash is kept.';
