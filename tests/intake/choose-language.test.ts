import { expect, it } from 'vitest';
import { chooseLanguage } from '#src/intake/messages/choose-language.ts';

it.each([
  [undefined, 'fr'],
  ['', 'fr'],
  ['ar', 'ar'],
  ['ar-MA,fr;q=0.8', 'ar'],
  ['de, en;q=0.5', 'en'],
  ['fr;q=0.1, en;q=0.9', 'en'],
  ['en;q=0', 'fr'],
  ['*', 'fr'],
  ['zh', 'fr'],
  [';;q=,,=;', 'fr'],
])('chooses for %s the language %s', (header, language) => {
  expect(chooseLanguage(header)).toBe(language);
});
