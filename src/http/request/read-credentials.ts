/** What a client shows at the token endpoint: by HTTP Basic or in the form (RFC 6749, 2.3.1). */
export interface ShownCredentials {
  readonly clientId: string;
  readonly secret: string;
}

/** Undefined when there are none, when they are doubled, or when they cannot be read. */
export function readCredentials(
  authorization: string | undefined,
  form: URLSearchParams,
): ShownCredentials | undefined {
  const clientId = form.get('client_id');
  const secret = form.get('client_secret');
  if (authorization === undefined) {
    return clientId === null || secret === null ? undefined : { clientId, secret };
  }
  const basic = readBasic(authorization);
  const agrees = secret === null && (clientId === null || clientId === basic?.clientId);
  return agrees ? basic : undefined;
}

function readBasic(authorization: string): ShownCredentials | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,1024})$/i.exec(authorization)?.[1];
  if (encoded === undefined) return undefined;
  const [clientId, secret, ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  if (clientId === undefined || secret === undefined || rest.length > 0) return undefined;
  // Ids and secrets hold no character that a form would encode, so decoding changes nothing.
  return { clientId, secret };
}
