import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#src/access/roles.ts';
import { startTestApi, type TestApi } from '#tests/http/start-test-api.ts';
import { runCli } from './run-cli.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api?.stop());

async function environment(role: Role): Promise<Record<string, string>> {
  const { id, secret } = await api.register('ADMIN', [role]);
  return { TASFIYA_URL: api.url, TASFIYA_CLIENT_ID: id, TASFIYA_CLIENT_SECRET: secret, LANG: 'en' };
}

test('a text is read, changed, proposed and approved by another', async () => {
  const [author, approver] = [
    await environment('rules-author'),
    await environment('rules-approver'),
  ];
  const listed = await runCli(['reasons', 'list', '--language', 'ar'], { env: author });
  expect(listed).toMatchObject({ code: 0, stderr: '' });
  expect(listed.stdout).toMatch(/cap-reached .*limit .*القاعدة/);

  const shown = await runCli(['reasons', 'show', 'excluded', '--json'], { env: author });
  const entry = JSON.parse(shown.stdout);
  const changed = { ...entry, remedy: { ...entry.remedy, en: 'Ask the fund about {code}.' } };
  const input = JSON.stringify(changed);
  const proposed = await runCli(['reasons', 'edit', 'excluded', '-'], { env: author, input });
  expect(proposed.code).toBe(0);
  expect(proposed.stdout).toContain('proposed: version 1, by client-1');

  const hash = /hash: ([0-9a-f]{64})/.exec(proposed.stdout)?.[1] ?? '';
  const stale = ['reasons', 'approve', 'excluded', '--hash', entry.contentHash];
  expect((await runCli(stale, { env: approver })).code).toBe(1);
  const approve = ['reasons', 'approve', 'excluded', '--hash', hash, '--json'];
  const approved = await runCli(approve, { env: approver });
  expect(JSON.parse(approved.stdout)).toMatchObject({
    version: 1,
    proposed: false,
    remedy: { en: 'Ask the fund about {code}.' },
  });

  const wrong = JSON.stringify({ ...changed, contentHash: hash, legalSource: 'x {y' }).replace(
    'Ask the fund about {code}',
    'Ask about {nothing}',
  );
  const refused = await runCli(['reasons', 'edit', 'excluded', '-'], { env: author, input: wrong });
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('/remedy/en: This reason does not bear that fact');
});
