import type { ReferenceRows } from '../coverage/reference.ts';
import type { RulesetDocument } from '../coverage/ruleset.ts';
import type { Act } from '../nomenclature/act.ts';
import { CATEGORIES, type Category } from '../nomenclature/category.ts';
import type { Medicine } from '../nomenclature/medicine.ts';
import { createReviewIssue } from './create-review-issue.ts';
import { isInForceDuring } from './in-force-during.ts';
import type { RulesetIssue } from './ruleset-issue.ts';
import { type Box, intersect, isEmpty, merge, subtractAll, union } from './space/boxes.ts';
import type { ConditionSpace } from './space/condition-space.ts';

/** An author who mends these sees the rest. */
const MOST_OF_CATEGORY = 3;

/**
 * Care that the nomenclature knows, that no exclusion refuses and that no coverage row is for. In
 * a category that some row names this is an error: a case was forgotten. A category that none
 * names may be left out on purpose.
 */
export function findUncoveredCases(
  document: RulesetDocument,
  space: ConditionSpace,
  reference: Pick<ReferenceRows, 'acts' | 'medicines'>,
): readonly RulesetIssue[] {
  const rows = [...document.coverage, ...document.exclusions].map(({ when }) => space.boxOf(when));
  const care = careOf(document, space, reference);
  return CATEGORIES.flatMap((category) => {
    const boxes = care.get(category) ?? [];
    const holes = subtractAll([space.boxOfCategory(category)], rows);
    if (holes === null) {
      const place = { pointer: '/coverage', severity: 'warning' } as const;
      return [createReviewIssue('too-many-cases', place)];
    }
    const severity = isNamed(document, category) ? 'error' : 'warning';
    const real = merge(holes.flatMap((hole) => narrow(hole, boxes)));
    return real.slice(0, MOST_OF_CATEGORY).map((hole) =>
      createReviewIssue('uncovered-case', {
        pointer: '/coverage',
        severity,
        facts: { condition: JSON.stringify(space.describe(hole)) },
      }),
    );
  });
}

/** Where the acts and medicines of each category can stand. */
function careOf(
  document: RulesetDocument,
  space: ConditionSpace,
  { acts, medicines }: Pick<ReferenceRows, 'acts' | 'medicines'>,
): ReadonlyMap<Category, readonly Box[]> {
  const isPaid = (each: Act | Medicine) => each.reimbursable && isInForceDuring(each, document);
  const care = new Map<Category, Map<string, Box>>();
  const add = (category: Category, box: Box) => {
    const boxes = care.get(category) ?? new Map<string, Box>();
    care.set(category, boxes.set(box.join(), box));
  };
  for (const act of acts.filter(isPaid)) add(act.category, space.boxOfAct(act));
  for (const each of medicines.filter(isPaid)) add('medicine', space.boxOfMedicine(each));
  return new Map([...care].map(([category, boxes]) => [category, [...boxes.values()]]));
}

/** The part of a hole in which there is care; nothing where there is none. */
function narrow(hole: Box, care: readonly Box[]): readonly Box[] {
  const parts = care.map((box) => intersect(hole, box)).filter((part) => !isEmpty(part));
  const [first, ...rest] = parts;
  if (first === undefined) return [];
  return [rest.reduce(union, first)];
}

/** A row that is for some acts only says nothing of the others. */
function isNamed({ coverage }: RulesetDocument, category: Category): boolean {
  return coverage.some(
    ({ when }) => when.acts === undefined && when.categories?.includes(category),
  );
}
