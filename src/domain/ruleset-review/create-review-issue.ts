import { fillSentence } from '../decision/reasons/fill-sentence.ts';
import { REVIEW_SENTENCES } from './review-sentences.ts';
import type { RulesetIssue } from './ruleset-issue.ts';

export type ReviewCode = keyof typeof REVIEW_SENTENCES;

interface Place {
  readonly pointer: string;
  readonly severity?: RulesetIssue['severity'];
  readonly facts?: Readonly<Record<string, string>>;
}

/** An issue with its sentences; an error where nothing else is said. */
export function createReviewIssue(code: ReviewCode, place: Place): RulesetIssue {
  const { pointer, severity = 'error', facts = {} } = place;
  const { fr, ar, en } = REVIEW_SENTENCES[code];
  return {
    pointer,
    code,
    severity,
    message: {
      fr: fillSentence(fr, facts, 'fr'),
      ar: fillSentence(ar, facts, 'ar'),
      en: fillSentence(en, facts, 'en'),
    },
  };
}
