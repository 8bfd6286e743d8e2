import { deny, type Finding, NO_FINDINGS } from '#domain/decision/finding.ts';
import type { SheetRule } from '#domain/decision/rule.ts';

/** A stay ends on or after the day it begins, and its lines lie within it. */
export const stayDates: SheetRule = {
  code: 'form/stay-dates',
  title: 'The dates of a stay agree',
  reference: 'Form 610-1-02: dates of the acts; invoice of the establishment',
  check({ sheet, lines }) {
    if (sheet.stay === null) return NO_FINDINGS;
    const { admission, discharge } = sheet.stay;
    if (discharge < admission) {
      return [deny('discharge-before-admission', { admission, discharge })];
    }
    const findings: Finding[] = [];
    for (const { date, lineNumber } of lines) {
      if (date >= admission && date <= discharge) continue;
      const facts = { line: String(lineNumber), date, admission, discharge };
      findings.push(deny('line-outside-stay', facts));
    }
    return findings;
  },
};
