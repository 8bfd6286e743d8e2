import type { Sentence } from '#domain/decision/reasons/reason-sentences.ts';

/** What a problem is called, and what its caller can do. */
export interface ProblemWording {
  readonly title: Sentence;
  readonly detail: Sentence;
}
