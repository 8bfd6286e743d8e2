import { AppError, type ErrorCode } from '#src/errors.ts';
import { type Problem, problemText } from './problem.ts';

export interface ApiCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface ApiClientOptions {
  /** In which the API answers people; French where it is not told. */
  readonly language?: string;
}

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Sent as JSON; text and bytes are sent as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiAnswer<Body> {
  readonly status: number;
  readonly headers: Headers;
  /** JSON where the answer is JSON, else its text. */
  readonly body: Body;
}

/** A client of the API, as a user's software would be one. */
export interface ApiClient {
  /** The answer whatever its status. Throws `overloaded` when the API cannot be reached. */
  call<Body>(path: string, request?: ApiRequest): Promise<ApiAnswer<Body>>;
  /** The body of a 2xx answer; throws an AppError with the API's own words for any other. */
  get<Body>(path: string, request?: ApiRequest): Promise<Body>;
}

/** Tokens are taken when needed and renewed before they end. */
export function createApiClient(
  baseUrl: string,
  credentials: ApiCredentials,
  { language }: ApiClientOptions = {},
): ApiClient {
  const token = createTokenSource(baseUrl, credentials);
  const client: ApiClient = {
    async call(path, { method = 'GET', body, headers = {} } = {}) {
      return send(new URL(path, baseUrl), {
        method,
        headers: {
          authorization: `Bearer ${await token()}`,
          accept: '*/*',
          ...(language === undefined ? {} : { 'accept-language': language }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: toContent(body) }),
      });
    },
    async get<Body>(path: string, request?: ApiRequest) {
      const answer = await client.call<Body>(path, request);
      if (answer.status >= 300) throw refusal(answer);
      return answer.body;
    },
  };
  return client;
}

function toContent(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
}

const RENEW_BEFORE_MS = 30_000;

/** Gives a token that still holds for a while, taking a new one when it must. */
export function createTokenSource(baseUrl: string, { clientId, clientSecret }: ApiCredentials) {
  let held: { token: Promise<string>; until: number } | undefined;
  async function take(): Promise<string> {
    const answer = await send<{ access_token: string; expires_in: number }>(
      new URL('/oauth/token', baseUrl),
      {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      },
    );
    if (answer.status === 400 || answer.status === 401) {
      throw new AppError('unauthenticated', 'The API refuses these client credentials.');
    }
    if (answer.status !== 200) throw refusal(answer);
    if (held !== undefined) held.until = Date.now() + answer.body.expires_in * 1000;
    return answer.body.access_token;
  }
  return (): Promise<string> => {
    if (held === undefined || held.until - RENEW_BEFORE_MS < Date.now()) {
      held = { token: Promise.resolve(''), until: Number.POSITIVE_INFINITY };
      held.token = take();
      held.token.catch(() => {
        held = undefined;
      });
    }
    return held.token;
  };
}

async function send<Body>(url: URL, init: RequestInit): Promise<ApiAnswer<Body>> {
  try {
    const answer = await fetch(url, init);
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    const body = (isJson && text !== '' ? JSON.parse(text) : text) as Body;
    return { status: answer.status, headers: answer.headers, body };
  } catch (error) {
    throw unreachable(url, error);
  }
}

export function unreachable({ origin }: URL, cause: unknown): AppError {
  return new AppError('overloaded', `The API at ${origin} does not answer.`, { cause });
}

const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  422: 'input-invalid',
  429: 'overloaded',
  503: 'overloaded',
};

/** The API's own words for an answer that is no good one. */
export function refusal({ status, body }: Pick<ApiAnswer<unknown>, 'status' | 'body'>): AppError {
  const problem = {
    title: `The API answered ${status}.`,
    ...(typeof body === 'object' ? body : {}),
    status,
  } as Problem;
  const code = CODE_OF_STATUS[status] ?? (status >= 500 ? 'overloaded' : 'input-invalid');
  return new AppError(code, problemText(problem));
}
