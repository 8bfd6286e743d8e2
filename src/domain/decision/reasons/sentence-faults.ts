export type SentenceFault = 'not-a-sentence' | 'sentence-marks' | 'unknown-fact';

const LONGEST = 500;
/** Controls, and the marks of direction: figures are isolated when the sentence is filled. */
const UNPRINTABLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * What keeps a text from being a sentence of a reason: {facts} that the reason does not bear, or
 * braces and [brackets] that do not close.
 */
export function sentenceFaults(text: string, facts: readonly string[]): SentenceFault[] {
  if (!isPrintable(text)) return ['not-a-sentence'];
  const faults: SentenceFault[] = [];
  const named = [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name ?? '');
  const rest = text.replace(/\{[a-zA-Z]+\}/g, '').replace(/\[[^[\]]*\]/g, '');
  if (/[{}[\]]/.test(rest) || /[{}]/.test(text.replace(/\{[a-zA-Z]+\}/g, ''))) {
    faults.push('sentence-marks');
  }
  if (named.some((name) => !facts.includes(name))) faults.push('unknown-fact');
  return faults;
}

/** One line of 2 to 500 characters, without blanks around it. */
export function isPrintable(text: string): boolean {
  return (
    text.length >= 2 && text.length <= LONGEST && text === text.trim() && !UNPRINTABLE.test(text)
  );
}
