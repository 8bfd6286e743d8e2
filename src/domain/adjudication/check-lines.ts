import type { LineWork } from '../decision/line-work.ts';
import type { LineRule } from '../decision/rule.ts';
import type { KnownSheet } from '../decision/sheet-facts.ts';
import { applyFinding } from './apply-effect.ts';

/** Asks each rule of every line, so that a rule may look at what it said of the others. */
export function checkLines(
  rules: readonly LineRule[],
  sheet: KnownSheet,
  lines: readonly LineWork[],
): void {
  for (const rule of rules) {
    for (const line of lines) {
      const finding = rule.check(line, sheet);
      if (finding !== null) applyFinding(line, rule, finding);
    }
  }
}
