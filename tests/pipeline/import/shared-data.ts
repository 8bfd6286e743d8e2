import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The path of a public data file, which is not kept in the repository: in the folder that
 * TASFIYA_SHARED_DATA names, or beside the repository. Says aloud when it is not there.
 */
export function sharedData(name: string): string | undefined {
  const beside = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
  const path = join(process.env.TASFIYA_SHARED_DATA ?? beside, name);
  if (existsSync(path)) return path;
  process.stderr.write(`NOT RUN: the tests of ${name}. Set TASFIYA_SHARED_DATA to its folder.\n`);
  return undefined;
}
