import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readClientSettings } from '#src/client/client-settings.ts';
import { temporaryFolder } from '#tests/harness/temporary-folder.ts';

const environment = {
  TASFIYA_URL: 'https://api.example.ma',
  TASFIYA_CLIENT_ID: 'desk',
  TASFIYA_CLIENT_SECRET: 'secret',
};

test('the environment says who calls, and the command line wins over it', () => {
  const folder = temporaryFolder('settings');
  const secretFile = `${folder.path}/secret`;
  writeFileSync(secretFile, 'other-secret\n');
  expect(readClientSettings(environment, {})).toEqual({
    url: 'https://api.example.ma',
    clientId: 'desk',
    clientSecret: 'secret',
  });
  const given = { url: 'http://localhost:1', client: 'other', secretFile };
  expect(readClientSettings(environment, given)).toEqual({
    url: 'http://localhost:1',
    clientId: 'other',
    clientSecret: 'other-secret',
  });
  folder.remove();
});

test('all that is missing or wrong is said at once', () => {
  expect(() => readClientSettings({}, { url: 'ftp://x' })).toThrow(
    /--url.*--client or TASFIYA_CLIENT_ID.*--secret-file or TASFIYA_CLIENT_SECRET/,
  );
  expect(() => readClientSettings(environment, { secretFile: '/none' })).toThrow(/cannot be read/);
});
