import { Option } from 'commander';
import { LANGUAGES, type Language } from '#domain/decision/reasons/reason-sentences.ts';

/** In which language sentences for people are wanted; labels of the commands are English. */
export function languageOption(): Option {
  return new Option('--language <language>', 'of sentences for people (LANG)').choices(LANGUAGES);
}

/** Of "ar_MA.UTF-8"; LC_ALL wins over LC_MESSAGES, and that over LANG. */
export function preferredLanguage(
  environment: Readonly<Record<string, string | undefined>>,
): Language | undefined {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return LANGUAGES.find((language) => locale.toLowerCase().split(/[_.@]/)[0] === language);
}
