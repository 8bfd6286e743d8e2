import { LANGUAGES, type Language } from '#domain/decision/reasons/reason-sentences.ts';

/** The language of an Accept-Language header that we have, French where it names none of ours. */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return 'fr';
  const wishes = acceptLanguage.slice(0, 500).split(',').map(readWish);
  const best = wishes
    .filter(({ language, quality }) => language !== undefined && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0];
  return best?.language ?? 'fr';
}

function readWish(wish: string): { language: Language | undefined; quality: number } {
  const [range = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
  const stated = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = stated === undefined ? 1 : Number(stated.slice(2));
  const language = LANGUAGES.find((known) => range === known || range.startsWith(`${known}-`));
  return { language, quality: Number.isFinite(quality) ? quality : 0 };
}
