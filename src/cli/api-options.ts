import type { Command } from 'commander';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { type ApiClient, createApiClient } from '#src/client/api-client.ts';
import { readClientSettings } from '#src/client/client-settings.ts';
import { languageOption, preferredLanguage } from './preferred-language.ts';

/** The options of every command that is a client of the API. */
export interface ApiOptions {
  readonly url?: string;
  readonly client?: string;
  readonly secretFile?: string;
  readonly language?: Language;
}

export function addApiOptions(command: Command): Command {
  return command
    .option('--url <url>', 'of the API (TASFIYA_URL, else http://127.0.0.1:8080)')
    .option('--client <id>', 'of the API client (TASFIYA_CLIENT_ID)')
    .option('--secret-file <file>', 'that holds its secret (TASFIYA_CLIENT_SECRET)')
    .addOption(languageOption());
}

/** A client for what the command line and the environment say; the API itself prefers French. */
export function openApiClient(options: ApiOptions): ApiClient {
  const { url, ...credentials } = readClientSettings(process.env, options);
  const language = options.language ?? preferredLanguage(process.env);
  return createApiClient(url, credentials, language === undefined ? {} : { language });
}

/** The language of what the API gives in all three; French like the API itself. */
export function spokenLanguage({ language }: ApiOptions): Language {
  return language ?? preferredLanguage(process.env) ?? 'fr';
}
