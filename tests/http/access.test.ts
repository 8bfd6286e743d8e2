import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClientSecret } from '#src/access/client-secret.ts';
import { read } from './api-answer.ts';
import { apiClient, tokenOf } from './api-client.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { asOwner, type TestClient } from './test-world.ts';

let api: TestApi;
let client: TestClient;

beforeAll(async () => {
  api = await startTestApi();
  client = await api.register('clinic-a', ['clinic']);
});
afterAll(() => api?.stop());

const ask = (form: Record<string, string> | string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/oauth/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  }).then(read);

const grant = { grant_type: 'client_credentials' };

describe('the token endpoint', () => {
  it('gives a token by the form and by HTTP Basic', async () => {
    const form = await ask({ ...grant, client_id: client.id, client_secret: client.secret });
    expect(form.status).toBe(200);
    expect(form.json).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
    expect(form.headers.get('cache-control')).toBe('no-store');
    const basic = { Authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` };
    expect((await ask(grant, basic)).status).toBe(200);
    const me = await apiClient(api.url, form.json.access_token).get('/v1/me');
    expect(me.json).toEqual({
      clientId: client.id,
      roles: ['clinic'],
      organisation: { code: 'clinic-a', kind: 'provider', name: 'Organisation clinic-a' },
    });
  });

  it('refuses in the words of RFC 6749', async () => {
    const { secret } = createClientSecret('test', client.id);
    const cases: [Record<string, string> | string, number, string][] = [
      [{}, 400, 'invalid_request'],
      ['grant_type=client_credentials&grant_type=client_credentials', 400, 'invalid_request'],
      [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
      [grant, 401, 'invalid_client'],
      [{ ...grant, client_id: client.id, client_secret: secret }, 401, 'invalid_client'],
      [{ ...grant, client_id: client.id, client_secret: 'short' }, 401, 'invalid_client'],
      [{ ...grant, client_id: 'nobody', client_secret: client.secret }, 401, 'invalid_client'],
    ];
    for (const [form, status, error] of cases) {
      const answer = await ask(form);
      expect([answer.status, answer.json.error]).toEqual([status, error]);
    }
    const wrong = await ask(grant, { Authorization: 'Basic !!' });
    expect(wrong.headers.get('www-authenticate')).toMatch(/^Basic/);
  });

  it('takes two active secrets, so that one can be rotated, and no revoked one', async () => {
    const rotating = await api.register('clinic-a', ['clinic']);
    const second = createClientSecret('test', rotating.id);
    await asOwner(api.databaseUrl, (owner) =>
      owner.query('INSERT INTO api_client_secrets (client_id, secret_hash) VALUES ($1, $2)', [
        ...[rotating.id, second.hash],
      ]),
    );
    await tokenOf(api.url, rotating);
    await tokenOf(api.url, { ...rotating, secret: second.secret });
    await asOwner(api.databaseUrl, (owner) =>
      owner.query('UPDATE api_client_secrets SET revoked_at = now() WHERE secret_hash = $1', [
        second.hash,
      ]),
    );
    await expect(tokenOf(api.url, { ...rotating, secret: second.secret })).rejects.toThrow('401');
  });

  it('refuses a revoked client', async () => {
    const revoked = await api.register('clinic-a', ['clinic']);
    await asOwner(api.databaseUrl, (owner) =>
      owner.query('UPDATE api_clients SET revoked_at = now() WHERE id = $1', [revoked.id]),
    );
    await expect(tokenOf(api.url, revoked)).rejects.toThrow('401');
  });

  it('makes who guesses wait', async () => {
    const victim = await api.register('clinic-b', ['clinic']);
    const guess = { ...grant, client_id: victim.id, client_secret: 'guess' };
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) statuses.push((await ask(guess)).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    const waiting = await ask(guess);
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0);
    // The others are not kept waiting by it.
    await tokenOf(api.url, client);
  });
});

describe('tokens', () => {
  const status = async (authorization: string) => {
    const answer = await fetch(`${api.url}/v1/me`, { headers: { Authorization: authorization } });
    if (answer.status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    return answer.status;
  };

  const claims = { org: 1, org_kind: 'provider', roles: ['clinic'] };

  /** A token that is right but for what the test changes. */
  async function forge(change: (token: SignJWT) => SignJWT, header: Record<string, string> = {}) {
    const { rows } = await asOwner(api.databaseUrl, (owner) =>
      owner.query<{ private_jwk: string }>('SELECT private_jwk FROM signing_keys'),
    );
    const jwk = JSON.parse(rows[0]?.private_jwk ?? '{}');
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: jwk.kid, ...header })
      .setIssuer('urn:tasfiya:test')
      .setAudience('tasfiya-api')
      .setSubject('client-1')
      .setIssuedAt()
      .setExpirationTime('5m');
    return change(token).sign(jwk);
  }

  it('are refused without a credential, or with one that is none', async () => {
    expect(await status('')).toBe(401);
    expect(await status('Basic abc')).toBe(401);
    expect(await status('Bearer abc')).toBe(401);
    expect(await status('Bearer a.b.c')).toBe(401);
  });

  it('are accepted as we sign them, and refused with any claim changed', async () => {
    const asIs = await forge((token) => token);
    expect(await status(`Bearer ${asIs}`)).toBe(200);
    const past = Math.floor(Date.now() / 1000) - 60;
    const forged = [
      await forge((token) => token.setExpirationTime(past)),
      await forge((token) => token.setIssuer('urn:tasfiya:prod')),
      await forge((token) => token.setAudience('other')),
      await forge((token) => token, { typ: 'JWT' }),
      await forge((token) => token, { kid: 'unknown' }),
    ];
    for (const token of forged) expect(await status(`Bearer ${token}`)).toBe(401);
    const [head, body, signature] = asIs.split('.');
    const richer = btoa(JSON.stringify({ ...claims, roles: ['operator'] })).replace(/=/g, '');
    expect(await status(`Bearer ${head}.${richer}.${signature}`)).toBe(401);
    expect(await status(`Bearer ${head}.${body}.`)).toBe(401);
  });

  it('are refused unsigned, and signed by another key or algorithm', async () => {
    expect(await status(`Bearer ${new UnsecuredJWT(claims).setSubject('x').encode()}`)).toBe(401);
    const { privateKey } = await generateKeyPair('ES256');
    const other = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'x' })
      .sign(privateKey);
    expect(await status(`Bearer ${other}`)).toBe(401);
  });

  it('share one key among processes that start at once', async () => {
    const { rows } = await asOwner(api.databaseUrl, (owner) =>
      owner.query('SELECT kid FROM signing_keys'),
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a client that runs wild', () => {
  it('is asked to wait, and the others are not', async () => {
    const slow = await startTestApi({ requestsPerSecond: 5 });
    try {
      const wild = await slow.client('clinic-a', ['clinic']);
      const calm = await slow.client('clinic-b', ['clinic']);
      const answers = await Promise.all(Array.from({ length: 30 }, () => wild.get('/v1/me')));
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused.length).toBeGreaterThan(10);
      expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await calm.get('/v1/me')).status).toBe(200);
    } finally {
      await slow.stop();
    }
  });
});
