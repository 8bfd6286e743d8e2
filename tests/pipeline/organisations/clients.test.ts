import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findApiClient } from '#db/access/api-clients.ts';
import { hashClientSecret, isSecretOf } from '#src/access/client-secret.ts';
import { createClient } from '#src/pipeline/organisations/create-client.ts';
import { createOrganisation } from '#src/pipeline/organisations/create-organisation.ts';
import { listClients, listOrganisations } from '#src/pipeline/organisations/list-organisations.ts';
import { revokeClient } from '#src/pipeline/organisations/revoke-client.ts';
import { revokeSecret, rotateSecret } from '#src/pipeline/organisations/rotate-secret.ts';
import { openRecord, type TestRecord } from '#tests/db/record/open-record.ts';

const actor = 'cli:test';
let record: TestRecord;
let context: Parameters<typeof createClient>[0];

beforeAll(async () => {
  record = await openRecord();
  context = { database: record.database, config: { environment: 'test' } };
  const kinds = { 'CLINIC-001': 'provider', CNSS: 'fund', ADMIN: 'administration' } as const;
  for (const [code, kind] of Object.entries(kinds)) {
    await createOrganisation(context, { code, kind, name: `Exemple ${code}`, actor });
  }
});
afterAll(() => record.close());

const clinic = (id: string) =>
  createClient(context, { organisation: 'CLINIC-001', name: 'SIH', roles: ['clinic'], id, actor });

async function lastAudit() {
  const [entry] = await record.sql(
    'SELECT actor, action, subject FROM audit_entries ORDER BY number DESC LIMIT 1',
  );
  return entry;
}

describe('organisations', () => {
  it('are listed by code', async () => {
    const codes = (await listOrganisations(context)).map(({ code }) => code);
    expect(codes).toEqual(['ADMIN', 'CLINIC-001', 'CNSS']);
  });

  it('have a code of their own', async () => {
    const again = createOrganisation(context, { code: 'CNSS', kind: 'fund', name: 'X', actor });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each([
    { code: 'small', kind: 'fund', name: 'X' },
    { code: 'RIGHT', kind: 'bank', name: 'X' },
    { code: 'RIGHT', kind: 'fund', name: ' ' },
  ])('are refused when they are wrong: %o', async (organisation) => {
    const made = createOrganisation(context, { ...organisation, actor } as never);
    await expect(made).rejects.toMatchObject({ code: 'input-invalid' });
  });
});

describe('a new client', () => {
  it('gets a secret of which only the hash is kept', async () => {
    const { clientId, clientSecret } = await clinic('clinic-hash');
    expect(isSecretOf(clientSecret, { environment: 'test', clientId })).toBe(true);
    const stored = await record.sql('SELECT secret_hash AS hash FROM api_client_secrets');
    expect(stored).toEqual([{ hash: hashClientSecret(clientSecret) }]);
    const tables = ['api_clients', 'api_client_secrets', 'audit_entries'];
    for (const table of tables) {
      expect(JSON.stringify(await record.sql(`SELECT * FROM ${table}`))).not.toContain(
        clientSecret,
      );
    }
    expect(await lastAudit()).toEqual({
      actor,
      action: 'client.created',
      subject: 'client:clinic-hash',
    });
  });

  it('can be let in by the API, with its organisation and roles', async () => {
    const roles = ['settlement-officer', 'insurer-clerk'];
    const request = { organisation: 'CNSS', name: 'Gestion', roles, actor };
    const { clientId, clientSecret } = await createClient(context, request);
    expect(clientId).toMatch(/^cnss-[0-9a-f]{8}$/);
    expect(await findApiClient(record.database.as('access'), clientId)).toMatchObject({
      organisationKind: 'fund',
      roles: ['insurer-clerk', 'settlement-officer'],
      secretHashes: [hashClientSecret(clientSecret)],
    });
  });

  it.each([
    ['a role of another kind', 'CLINIC-001', ['settlement-officer'], 'input-invalid'],
    ['a role that is none', 'CNSS', ['insurer-clerk', 'root'], 'input-invalid'],
    ['no role', 'CNSS', [], 'input-invalid'],
    ['no organisation', 'NOBODY', ['clinic'], 'not-found'],
  ])('is refused with %s', async (_title, organisation, roles, code) => {
    const made = createClient(context, { organisation, name: 'X', roles, actor });
    await expect(made).rejects.toMatchObject({ code });
  });

  it('is refused under an id that is taken, and leaves no secret', async () => {
    await clinic('clinic-taken');
    await expect(clinic('clinic-taken')).rejects.toMatchObject({ code: 'conflict' });
    const [listed] = (await listClients(context)).filter(({ id }) => id === 'clinic-taken');
    expect(listed?.secrets).toHaveLength(1);
  });
});

describe('rotating a secret', () => {
  it('has two active at most', async () => {
    const first = await clinic('clinic-rotate');
    const second = await rotateSecret(context, { clientId: first.clientId, actor });
    const access = record.database.as('access');
    const active = async () => (await findApiClient(access, first.clientId))?.secretHashes;
    const hashes = [first, second].map(({ clientSecret }) => hashClientSecret(clientSecret));
    expect(new Set(await active())).toEqual(new Set(hashes));
    const third = rotateSecret(context, { clientId: first.clientId, actor });
    await expect(third).rejects.toMatchObject({ code: 'conflict' });

    const fingerprint = (hashes[0] ?? '').slice(0, 12);
    await revokeSecret(context, { clientId: first.clientId, fingerprint, actor });
    expect(await active()).toEqual([hashes[1]]);
    expect(await lastAudit()).toEqual({
      actor,
      action: 'client.secret-revoked',
      subject: `client:clinic-rotate:secret:${fingerprint}`,
    });
    await rotateSecret(context, { clientId: first.clientId, actor });
    expect(await active()).toHaveLength(2);
    const again = revokeSecret(context, { clientId: first.clientId, fingerprint, actor });
    await expect(again).rejects.toMatchObject({ code: 'not-found' });
  });

  it('at once gives one secret and one refusal', async () => {
    const { clientId } = await clinic('clinic-at-once');
    const both = await Promise.allSettled([
      rotateSecret(context, { clientId, actor }),
      rotateSecret(context, { clientId, actor }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is refused where nobody is', async () => {
    const nobody = rotateSecret(context, { clientId: 'clinic-nobody', actor });
    await expect(nobody).rejects.toMatchObject({ code: 'not-found' });
    const short = revokeSecret(context, { clientId: 'clinic-rotate', fingerprint: 'ab', actor });
    await expect(short).rejects.toMatchObject({ code: 'input-invalid' });
  });
});

describe('revoking a client', () => {
  it('ends it with its secrets, and it is still listed', async () => {
    const { clientId } = await clinic('clinic-revoke');
    await revokeClient(context, { clientId, actor });
    expect(await findApiClient(record.database.as('access'), clientId)).toBeUndefined();
    const listed = await listClients(context, { organisation: 'CLINIC-001' });
    expect(listed.find(({ id }) => id === clientId)).toMatchObject({
      organisation: 'CLINIC-001',
      roles: ['clinic'],
      revokedAt: expect.any(Date),
      secrets: [],
    });
    expect(await listClients(context, { organisation: 'ADMIN' })).toEqual([]);
    const again = revokeClient(context, { clientId, actor });
    await expect(again).rejects.toMatchObject({ code: 'not-found' });
  });
});
