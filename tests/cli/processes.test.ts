import { createServer } from 'node:net';
import { constants, getPriority } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spawnProcess } from '#tests/harness/spawn-process.ts';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { runCli } from './run-cli.ts';

const LOW = constants.priority.PRIORITY_LOW;

let folder: TemporaryFolder;

beforeAll(() => {
  folder = temporaryFolder('cli');
});

afterAll(() => folder.remove());

test('serve, worker and a command share embedded servers; SIGTERM ends each with 0', async () => {
  const env = { TASFIYA_DATA: folder.path, PORT: '0', LOG_LEVEL: 'warn' };
  const start = (command: string, ...options: string[]) => {
    const args = ['src/cli/tasfiya.js', command, ...options, '--json'];
    return spawnProcess({ args, env, timeoutMs: 60_000 });
  };
  const serve = start('serve');
  const [, url] = await serve.waitFor(/\{"url":"(http:[^"]+)"\}/);
  const worker = start('worker');
  await worker.waitFor(new RegExp(`{"pid":${worker.pid}}`));
  const simulator = start('worker', '--only', 'simulations');
  await simulator.waitFor(new RegExp(`{"pid":${simulator.pid}}`));
  expect([worker, simulator].map(({ pid }) => getPriority(pid))).toEqual([getPriority(), LOW]);
  const listed = await runCli(['org', 'list', '--json'], { env });
  expect(listed).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(await simulator.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(await worker.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(await serve.kill('SIGTERM')).toEqual({ code: 0, signal: null });
});

test('serve says in one sentence that its port is taken', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const env = { TASFIYA_DATA: folder.path, PORT: String(port), LOG_LEVEL: 'warn' };
  const { code, stdout, stderr } = await runCli(['serve'], { env });
  server.close();
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/tasfiya: Nothing can listen on .*: choose another HOST or PORT\.\n$/);
});
