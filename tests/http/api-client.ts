import { type ApiAnswer, read } from './api-answer.ts';
import { checkAnswer } from './check-answer.ts';
import type { TestClient } from './test-world.ts';

export interface ApiClient {
  readonly token: string;
  get(path: string, headers?: Record<string, string>): Promise<ApiAnswer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
}

export async function tokenOf(url: string, { id, secret }: TestClient): Promise<string> {
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`no token: ${answer.status}`);
  return token;
}

export function apiClient(url: string, token: string): ApiClient {
  const send = async (path: string, init: RequestInit & { headers: Record<string, string> }) => {
    const headers = { Authorization: `Bearer ${token}`, ...init.headers };
    const answer = await read(await fetch(url + path, { ...init, headers }));
    checkAnswer(init.method?.toLowerCase() ?? 'get', path, answer);
    return answer;
  };
  const write =
    (method: 'POST' | 'PUT') =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) => {
      if (body === undefined) return send(path, { method, headers });
      return send(path, {
        method,
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    };
  return {
    token,
    get: (path, headers = {}) => send(path, { headers }),
    post: write('POST'),
    put: write('PUT'),
  };
}
