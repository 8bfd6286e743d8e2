/** The languages in which reasons are told. */
export const LANGUAGES = ['fr', 'ar', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * A sentence with the facts of the reason as {placeholders}; a part in [brackets] is left out
 * when one of its facts is empty.
 */
export type Sentence = Readonly<Record<Language, string>>;

/** What a reason says to the insured and to the provider, and what can be done about it. */
export interface ReasonSentences {
  readonly insured: Sentence;
  readonly provider: Sentence;
  readonly remedy: Sentence;
}
