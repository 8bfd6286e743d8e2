import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#src/embedded/embedded-postgres.ts';
import { runsWith } from '#src/embedded/running-process.ts';
import { spawnProcess } from '#tests/harness/spawn-process.ts';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';

const asRoot = process.getuid?.() === 0;

let place: TemporaryFolder;
let started: EmbeddedPostgres[];

beforeEach(() => {
  place = temporaryFolder('embedded');
  started = [];
});

afterEach(async () => {
  for (const postgres of started) await postgres.stop();
  place.remove();
});

async function start(name = 'postgres'): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ folder: `${place.path}/${name}`, fsync: false });
  started.push(postgres);
  return postgres;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows[0] ?? [];
  } finally {
    await client.end();
  }
}

describe('an embedded PostgreSQL', () => {
  test('answers with the settings that the product needs', async () => {
    const postgres = await start();
    expect(postgres.version).toMatch(/^18\./);
    expect(
      await ask(
        postgres.url,
        `select current_database(), current_setting('server_encoding'),
                current_setting('timezone'), current_setting('jit'),
                current_setting('synchronous_commit'), current_setting('listen_addresses'),
                'é' < 'z', lower('ÉTÉ')`,
      ),
    ).toEqual(['tasfiya', 'UTF8', 'UTC', 'off', 'on', '127.0.0.1', false, 'été']);
  });

  test('keeps its data and its password for the next start on the same folder', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'select answer from kept')).toEqual([42]);
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
  });

  test('is gone after stop, however often that is called', async () => {
    const postgres = await start();
    await Promise.all([postgres.stop(), postgres.stop()]);
    await postgres.stop();
    expect(runsWith(postgres.pid, place.path)).toBe(false);
    await expect(ask(postgres.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  test('stops although a client is connected', async () => {
    const postgres = await start();
    const client = new Client({ connectionString: postgres.url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('begin');
    await postgres.stop();
    expect(runsWith(postgres.pid, place.path)).toBe(false);
  });

  test('asks for its password', async () => {
    const postgres = await start();
    const stranger = new URL(postgres.url);
    stranger.password = 'guessed';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(`${postgres.folder}/data`).mode & 0o777).toBe(0o700);
    expect(statSync(`${postgres.folder}/data/tasfiya-password`).mode & 0o777).toBe(0o600);
  });

  test('runs beside another one', async () => {
    const [one, two] = [await start('one'), await start('two')];
    expect(one.port).not.toBe(two.port);
    expect(await ask(one.url, 'select inet_server_port()')).toEqual([one.port]);
    expect(await ask(two.url, 'select inet_server_port()')).toEqual([two.port]);
  });

  test('refuses a folder on which one runs, and says who', async () => {
    const postgres = await start();
    await expect(start()).rejects.toThrow(`process ${postgres.pid}, port ${postgres.port}`);
    expect(await ask(postgres.url, 'select 1')).toEqual([1]);
  });

  test('starts after a crash, also when its process id is that of somebody else now', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as answer');
    const pidFile = `${first.folder}/data/postmaster.pid`;
    const left = readFileSync(pidFile, 'utf8');
    await first.stop();
    writeFileSync(pidFile, left.replace(/^\d+/, String(process.ppid)));
    const second = await start();
    expect(await ask(second.url, 'select answer from kept')).toEqual([42]);
  });

  test('refuses data of another major version', async () => {
    const postgres = await start();
    await postgres.stop();
    writeFileSync(`${postgres.folder}/data/PG_VERSION`, '17\n');
    await expect(start()).rejects.toThrow('was written by PostgreSQL 17');
  });

  test.runIf(asRoot)('never runs as root', async () => {
    const postgres = await start();
    expect(statSync(`/proc/${postgres.pid}`).uid).not.toBe(0);
    expect(statSync(`${postgres.folder}/data`).uid).toBe(statSync(`/proc/${postgres.pid}`).uid);
  });

  test('ends when the process that started it is killed', async () => {
    const owner = spawnProcess({
      args: ['tests/embedded/start-and-wait.ts', `${place.path}/postgres`],
    });
    const said = await owner.waitFor(/server (\d+)/);
    const pid = Number(said[1]);
    expect(runsWith(pid, place.path)).toBe(true);
    await owner.kill('SIGKILL');
    // The next start waits for it, which shows that it went in order.
    const next = await start();
    expect(runsWith(pid, place.path)).toBe(false);
    expect(readFileSync(`${next.folder}/postgres.log.1`, 'utf8')).toContain(
      'database system is shut down',
    );
  });
});
