import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { createSigningKeys } from '#src/access/signing-keys.ts';
import { createTestDatabase, type TestDatabase } from '#tests/harness/test-database.ts';

let test: TestDatabase;
const databases: Database[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await test?.drop();
});

it('is one key for all processes, also when they start at once', async () => {
  for (let process = 0; process < 4; process += 1) {
    databases.push(openDatabase(test.url, { poolSize: 1, applicationName: 'test' }));
  }
  const keys = databases.map((database) => createSigningKeys(undefined, database));
  const current = await Promise.all(keys.map((process) => process.current()));
  expect(new Set(current.map(({ kid }) => kid)).size).toBe(1);
  expect(await keys[0]?.find('another')).toBeUndefined();
});

it('says what a configured key must be, without repeating it', async () => {
  for (const text of ['no json', '{}', '{"kty":"OKP","crv":"Ed25519","d":"SECRETKEY"}']) {
    const keys = createSigningKeys(text, databases[0] as Database);
    const error = await keys.current().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'configuration-invalid' });
    expect((error as Error).cause).toBeUndefined();
    expect(String(error)).not.toContain('SECRETKEY');
  }
});
