import { z } from 'zod';
import { HttpError } from '../../problems/http-error.ts';
import { readCredentials } from '../../request/read-credentials.ts';
import { type Answer, type Call, defineRoute } from '../../route.ts';

const tokenRequestSchema = z
  .strictObject({
    grant_type: z.literal('client_credentials'),
    client_id: z.string().optional(),
    client_secret: z.string().optional(),
  })
  .meta({ id: 'TokenRequest', description: 'Or the id and secret by HTTP Basic.' });

const tokenSchema = z
  .strictObject({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().meta({ description: 'Seconds.' }),
  })
  .meta({ id: 'Token' });

const refusalSchema = z
  .strictObject({
    error: z.enum(['invalid_request', 'invalid_client', 'unsupported_grant_type']),
    error_description: z.string(),
  })
  .meta({ id: 'TokenRefusal' });

/** Client credentials of RFC 6749; its errors have the form that OAuth libraries expect. */
export const issueToken = defineRoute({
  method: 'post',
  path: '/oauth/token',
  summary: 'Exchange the secret of a client for an access token of ten minutes',
  access: 'public',
  body: { mediaType: 'application/x-www-form-urlencoded', schema: tokenRequestSchema },
  answers: {
    200: { description: 'A token.', schema: tokenSchema },
    400: { description: 'The request is not right.', schema: refusalSchema },
    401: { description: 'The client or its secret is not known.', schema: refusalSchema },
  },
  handle,
});

async function handle({ api, body, header, address }: Call<unknown, unknown>): Promise<Answer> {
  const form = new URLSearchParams(Buffer.from(body).toString());
  if (form.size !== new Set(form.keys()).size || !form.has('grant_type')) {
    return refusal(400, 'invalid_request', 'Send grant_type once, and each other field once.');
  }
  if (form.get('grant_type') !== 'client_credentials') {
    return refusal(400, 'unsupported_grant_type', 'Use grant_type=client_credentials.');
  }
  const credentials = readCredentials(header('Authorization'), form);
  if (credentials === undefined) return invalidClient();
  const grant = await api.grant({ ...credentials, address });
  switch (grant.kind) {
    case 'wait':
      throw new HttpError('too-many-requests', {
        headers: { 'Retry-After': String(grant.seconds) },
      });
    case 'refused':
      return invalidClient();
    case 'granted': {
      const { token, expiresIn } = grant;
      const json = { access_token: token, token_type: 'Bearer', expires_in: expiresIn };
      return { status: 200, json };
    }
  }
}

function invalidClient(): Answer {
  const answer = refusal(401, 'invalid_client', 'Check the id and the secret of the client.');
  return { ...answer, headers: { 'WWW-Authenticate': 'Basic realm="tasfiya"' } };
}

function refusal(
  status: number,
  error: z.output<typeof refusalSchema>['error'],
  description: string,
): Answer {
  return { status, json: { error, error_description: description } };
}
