import type { ProblemCode } from './problem-status.ts';
import type { ProblemWording } from './problem-wording.ts';
import { REQUEST_SENTENCES } from './request-sentences.ts';
import { RULESET_SENTENCES } from './ruleset-sentences.ts';
import { TRANSPORT_SENTENCES } from './transport-sentences.ts';

/** The sentences of every problem; the compiler refuses a code without them. */
export const PROBLEM_SENTENCES: Readonly<Record<ProblemCode, ProblemWording>> = {
  ...REQUEST_SENTENCES,
  ...RULESET_SENTENCES,
  ...TRANSPORT_SENTENCES,
};
