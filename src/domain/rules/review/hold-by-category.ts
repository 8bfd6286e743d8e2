import { pend } from '#domain/decision/finding.ts';
import type { HoldRule } from '#domain/decision/rule.ts';

/** Care of some categories is seen by a person, unless its line is denied already. */
export const holdByCategory: HoldRule = {
  code: 'review/hold-by-category',
  title: 'Review of a category',
  reference: 'Holds of the ruleset: internal control',
  check({ lines }, hold) {
    if (hold.kind !== 'category') return null;
    const { categories, matches } = hold;
    const held = lines.find(
      ({ subject, state }) =>
        state !== 'denied' &&
        subject !== undefined &&
        categories.has(subject.category) &&
        (matches === null || matches(subject)),
    );
    if (held?.subject === undefined) return null;
    const { category } = held.subject;
    const facts = { row: hold.code, line: String(held.lineNumber), category };
    return pend('review-category', facts, hold);
  },
};
