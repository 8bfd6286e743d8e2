import type { LineWork } from '../decision/line-work.ts';
import { applyStep } from './apply-step.ts';
import { RATE_RULES } from './rule-order.ts';

/** F. The benefit and the copay of each line. */
export function payRates(lines: readonly LineWork[]): void {
  for (const line of lines) {
    for (const rule of RATE_RULES) applyStep(line, rule.apply(line));
  }
}
