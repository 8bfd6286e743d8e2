import type { ApiCredentials } from '#src/client/api-client.ts';

/** Takes an access token of each client; they last for ten minutes, longer than any run. */
export function takeTokens(url: string, clients: readonly ApiCredentials[]): Promise<string[]> {
  return Promise.all(clients.map((client) => takeToken(url, client)));
}

async function takeToken(url: string, { clientId, clientSecret }: ApiCredentials): Promise<string> {
  const answer = await fetch(new URL('/oauth/token', url), {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  if (!answer.ok) throw new Error(`no token: ${answer.status}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}
