import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { createIssue } from '#src/intake/issue.ts';
import {
  FieldsRefused,
  ScheduleTaken,
  UnsoundRuleset,
  VersionChanged,
} from '#src/pipeline/rulesets/refusals.ts';
import { presentChanges, presentReview } from '../answers/present-ruleset.ts';
import { HttpError } from './http-error.ts';

/** The problem for what a step of the life of a ruleset refused, with all that it knows. */
export function refuseRuleset(error: unknown, language: Language): unknown {
  const cause = error;
  if (error instanceof VersionChanged) {
    const { contentHash, changes } = error;
    const members = {
      contentHash,
      changes: changes === undefined ? null : presentChanges(changes, language),
    };
    return new HttpError('version-changed', { members, cause, headers: etag(contentHash) });
  }
  if (error instanceof UnsoundRuleset) {
    const review = presentReview(error.review, language);
    const errors = review.issues.flatMap(({ severity, ...issue }) =>
      severity === 'error' ? [issue] : [],
    );
    return new HttpError('ruleset-unsound', { errors, members: { review }, cause });
  }
  if (error instanceof FieldsRefused) {
    const errors = error.faults.map(({ pointer, code, facts = {} }) =>
      createIssue(code, { pointer, language, facts }),
    );
    return new HttpError('input-invalid', { errors, cause });
  }
  if (error instanceof ScheduleTaken) {
    return new HttpError('schedule-taken', { members: { taken: error.taken }, cause });
  }
  return error;
}

/** The tag of a version is the hash of its content: a step that changes none keeps it. */
export function etag(contentHash: string): { readonly ETag: string } {
  return { ETag: `"${contentHash}"` };
}
