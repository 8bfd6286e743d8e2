import { refuseWithSheet } from './apply-step.ts';
import { SHEET_RULES } from './rule-order.ts';
import type { SheetWork } from './sheet-work.ts';

/** A. Every failure of the sheet's own facts is told, and each denies all lines. */
export function checkSheet(work: SheetWork): void {
  for (const rule of SHEET_RULES) {
    for (const finding of rule.check(work)) {
      work.state = 'denied';
      work.reasons.push(finding.reason);
      for (const line of work.lines) refuseWithSheet(line, rule, finding);
    }
  }
}
