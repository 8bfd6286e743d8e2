import type { ReferenceRows } from '../coverage/reference.ts';
import type { RulesetDocument } from '../coverage/ruleset.ts';
import { findCaseFaults } from './find-case-faults.ts';
import { findDateFaults } from './find-date-faults.ts';
import { findEmptyConditions } from './find-empty-conditions.ts';
import { findMissingTariffs } from './find-missing-tariffs.ts';
import { findShadowedRows } from './find-shadowed-rows.ts';
import { findUncoveredCases } from './find-uncovered-cases.ts';
import { findUnknownCodes } from './find-unknown-codes.ts';
import type { RulesetIssue } from './ruleset-issue.ts';
import { conditionSpace } from './space/condition-space.ts';

/**
 * What the schema of a ruleset cannot say: whether its rows, dates and codes make sense together
 * and beside the record. Errors come before warnings. The document must satisfy the schema.
 */
export function reviewRuleset(
  document: RulesetDocument,
  reference: ReferenceRows,
): readonly RulesetIssue[] {
  const space = conditionSpace(document, reference);
  const issues = [
    ...findUnknownCodes(document, reference),
    ...findDateFaults(document, reference.rulesets),
    ...findEmptyConditions(document, reference),
    ...findShadowedRows(document, space),
    ...findUncoveredCases(document, space, reference),
    ...findMissingTariffs(document, space, reference),
    ...findCaseFaults(document),
  ];
  const isError = ({ severity }: RulesetIssue) => severity === 'error';
  return [...issues.filter(isError), ...issues.filter((issue) => !isError(issue))];
}
