import type { Language } from './reason-sentences.ts';

const PLACEHOLDER = /\{([a-zA-Z]+)\}/g;
const OPTIONAL_PART = /\[([^[\]]*)\]/g;
const ABSENT = '-';

/** A sentence with its facts; a part in [brackets] is left out when one of its facts is empty. */
export function fillSentence(
  sentence: string,
  facts: Readonly<Record<string, string>>,
  language: Language,
): string {
  const known = (name: string) => Object.hasOwn(facts, name) && facts[name] !== '';
  return sentence
    .replace(OPTIONAL_PART, (_part, inner: string) =>
      [...inner.matchAll(PLACEHOLDER)].every(([, name]) => name !== undefined && known(name))
        ? inner
        : '',
    )
    .replace(PLACEHOLDER, (_whole, name: string) =>
      isolate(known(name) ? (facts[name] ?? ABSENT) : ABSENT, language),
    );
}

/** Dates, amounts and codes run left to right: inside Arabic they are isolated, or they flip. */
function isolate(value: string, language: Language): string {
  return language === 'ar' ? `\u2068${value}\u2069` : value;
}
