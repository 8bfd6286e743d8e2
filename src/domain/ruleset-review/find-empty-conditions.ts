import type { ReferenceRows } from '../coverage/reference.ts';
import type { LineCondition, RulesetDocument } from '../coverage/ruleset.ts';
import { createReviewIssue } from './create-review-issue.ts';
import { conditionsOf } from './ruleset-conditions.ts';
import type { RulesetIssue } from './ruleset-issue.ts';
import { isEmpty } from './space/boxes.ts';
import { conditionSpace } from './space/condition-space.ts';

/** Rows whose criteria exclude each other: an act that is not of its category, say. */
export function findEmptyConditions(
  document: RulesetDocument,
  reference: Pick<ReferenceRows, 'acts' | 'medicines'>,
): readonly RulesetIssue[] {
  const rows = conditionsOf(document);
  const conditions: readonly LineCondition[] = rows.map(({ when }) => when);
  const space = conditionSpace(document, reference, conditions);
  return rows.flatMap(({ pointer, code, when }) => {
    const { schemes, ...rest } = when;
    // Schemes that are not the ruleset's have an issue of their own.
    const box = space.boxOf(schemes?.some(isOf(document)) ? when : rest);
    if (!isEmpty(box)) return [];
    return [createReviewIssue('row-matches-nothing', { pointer, facts: { row: code } })];
  });
}

function isOf({ schemes }: RulesetDocument): (scheme: string) => boolean {
  return (scheme) => schemes.includes(scheme);
}
