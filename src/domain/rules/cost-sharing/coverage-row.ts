import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** A line that no row of the coverage table speaks of is not covered. */
export const coverageRow: LineRule = {
  code: 'cost-sharing/coverage-row',
  title: 'The care is covered',
  reference: 'Law 65-00, art. 7; coverage table of the ruleset',
  check({ coverage, subject, terms, code }) {
    if (coverage !== undefined || subject === undefined || terms === undefined) return null;
    return deny('not-covered', { code, category: subject.category, ruleset: terms.id });
  },
};
