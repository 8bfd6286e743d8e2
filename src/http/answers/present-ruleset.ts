import type { RulesetContents, RulesetRecord } from '#db/reads/rulesets.ts';
import type { RulesetStep } from '#db/record/ruleset-steps.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import { versionState } from '#domain/coverage/version-state.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { changeSentence } from '#domain/ruleset-difference/change-sentence.ts';
import type { RulesetChange } from '#domain/ruleset-difference/ruleset-difference.ts';
import { type DocumentReview, isSound } from '#src/pipeline/rulesets/review-document.ts';
import type { RulesetAnswer, RulesetSummary } from '../schemas/ruleset.ts';
import type { Comparison } from '../schemas/ruleset-change.ts';
import type { Review } from '../schemas/ruleset-review.ts';

/** A version without its document, in the state that it has on a day. */
export function presentSummary(ruleset: RulesetRecord, today: CalendarDate): RulesetSummary {
  const { code, version, contentHash, createdAt, publications } = ruleset;
  return {
    ...{ code, version, state: versionState(ruleset, today), contentHash },
    createdAt: createdAt.toISOString(),
    publications: [...publications],
  };
}

/** A version with its document; its life is null for those who have no part in it. */
export function presentRuleset(
  ruleset: RulesetContents,
  { today, steps }: { readonly today: CalendarDate; readonly steps: readonly RulesetStep[] | null },
): RulesetAnswer {
  return {
    ...presentSummary(ruleset, today),
    life: steps?.map((step) => ({ ...step, at: step.at.toISOString() })) ?? null,
    document: JSON.parse(ruleset.document),
  };
}

/** What a review found, in the language of the caller. */
export function presentReview(review: DocumentReview, language: Language): Review {
  const { issues, cases } = review;
  return {
    submittable: isSound(review),
    issues: issues.map((issue) => ({ ...issue, message: issue.message[language] })),
    // A report is data already; the copy is only for the type of the answer.
    cases: cases && structuredClone(cases as Review['cases']),
  };
}

/** Changes as data, each with its sentence. */
export function presentChanges(
  changes: readonly RulesetChange[],
  language: Language,
): Comparison['changes'] {
  return changes.map((change) => ({
    ...change,
    sentence: changeSentence(change, language),
  })) as Comparison['changes'];
}
