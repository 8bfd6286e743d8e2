import { readFileSync } from 'node:fs';
import { AppError } from '#src/errors.ts';
import type { ApiCredentials } from './api-client.ts';

/** Where the API is, and who calls it. */
export interface ClientSettings extends ApiCredentials {
  readonly url: string;
}

/** What was given on the command line; it wins over the environment. */
export interface GivenSettings {
  readonly url?: string;
  readonly client?: string;
  /** A file that holds the secret: an argument would be seen by every process. */
  readonly secretFile?: string;
}

const LOCAL_URL = 'http://127.0.0.1:8080';

/** Throws `configuration-invalid` with all that is missing. */
export function readClientSettings(
  environment: Readonly<Record<string, string | undefined>>,
  given: GivenSettings,
): ClientSettings {
  const url = given.url ?? (environment.TASFIYA_URL || LOCAL_URL);
  const clientId = given.client ?? environment.TASFIYA_CLIENT_ID ?? '';
  const clientSecret = readSecret(given.secretFile) ?? environment.TASFIYA_CLIENT_SECRET ?? '';
  const problems = [
    ...(/^https?:\/\/./.test(url) && URL.canParse(url) ? [] : ['--url or TASFIYA_URL: http(s)://']),
    ...(clientId === '' ? ['--client or TASFIYA_CLIENT_ID: the id of an API client'] : []),
    ...(clientSecret === '' ? ['--secret-file or TASFIYA_CLIENT_SECRET: its secret'] : []),
  ];
  if (problems.length > 0) {
    throw new AppError('configuration-invalid', `Say who calls which API: ${problems.join('; ')}.`);
  }
  return { url, clientId, clientSecret };
}

function readSecret(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, cause: unknown): AppError {
  return new AppError('configuration-invalid', `The file ${file} cannot be read.`, { cause });
}
