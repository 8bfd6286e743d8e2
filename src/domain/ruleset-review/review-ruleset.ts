import type { ReferenceRows } from '../coverage/reference.ts';
import type { RulesetDocument } from '../coverage/ruleset.ts';
import type { RulesetIssue } from './ruleset-issue.ts';

/** What a ruleset is looked at beside: rulesets, nomenclature and tariffs as they are on record. */
export type ReviewReference = ReferenceRows;

/**
 * What the schema of a ruleset cannot say: whether its rows, dates and codes make sense together
 * and beside the record. Issues come in the order of the document.
 */
export function reviewRuleset(
  _document: RulesetDocument,
  _reference: ReviewReference,
): readonly RulesetIssue[] {
  return [];
}
