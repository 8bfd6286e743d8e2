import { addSpan, isAfterSpan } from '#domain/calendar/arithmetic.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { PrescriptionDemand } from '#domain/coverage/ruleset.ts';
import { deny, type Finding, NO_FINDINGS } from '#domain/decision/finding.ts';
import type { LineSoFar } from '#domain/decision/line-work.ts';
import type { SheetRule } from '#domain/decision/rule.ts';

/**
 * Where the ruleset asks for a prescription, there is one, dated on or before the execution
 * and not expired on it; the last day of its validity is accepted.
 */
export const prescription: SheetRule = {
  code: 'form/prescription',
  title: 'The prescription is present and valid',
  reference: 'Requirements of the funds on prescriptions; the validity is the ruleset’s',
  check({ sheet, lines }) {
    let findings: Finding[] | undefined;
    for (const line of lines) {
      if (line.subject === undefined || line.terms === undefined) continue;
      for (const row of line.terms.prescriptions.every(line.subject)) {
        const finding = examine(line, row, sheet);
        if (finding === null) continue;
        findings ??= [];
        findings.push(finding);
      }
    }
    return findings ?? NO_FINDINGS;
  },
};

function examine(line: LineSoFar, row: PrescriptionDemand, sheet: CareSheet): Finding | null {
  const { date, code, lineNumber } = line;
  if (sheet.prescription === null) {
    return deny('prescription-missing', { line: String(lineNumber), code, row: row.code }, row);
  }
  const prescribedOn = sheet.prescription.date;
  if (prescribedOn > date) {
    const facts = { line: String(lineNumber), code, date, prescribedOn };
    return deny('prescription-after-care', facts, row);
  }
  if (!isAfterSpan(date, prescribedOn, row.validity)) return null;
  const lastDay = addSpan(prescribedOn, row.validity);
  const facts = { line: String(lineNumber), code, date, prescribedOn, lastDay, row: row.code };
  return deny('prescription-expired', facts, row);
}
