import { comesBefore } from '#domain/accumulator/canonical-order.ts';
import { deny, pend } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/**
 * The same patient, provider, date and act is paid once, whatever the amount. Of two such lines
 * the first in canonical order counts: when that is the new one and its eligible amount is another,
 * the paid line would have to change, so the sheet waits.
 */
export const duplicateOfPaid: LineRule = {
  code: 'integrity/duplicate-of-paid',
  title: 'The line has not been paid already',
  reference: 'Reasons for rejection collected from the funds: duplicate',
  check(line, { sheet, pastLines }) {
    if (pastLines.length === 0) return null;
    const paid = pastLines.find(
      (past) =>
        past.benefit > 0 &&
        past.code === line.code &&
        past.date === line.date &&
        past.provider === sheet.provider,
    );
    if (paid === undefined) return null;
    const { code, date, sheetNumber } = paid;
    const facts = { code, date, sheetNumber, line: String(paid.lineNumber) };
    const wouldCount = line.unitTariff !== null && comesBefore(line, paid);
    if (wouldCount && line.sessionEligible !== paid.sessionEligible) {
      return pend('late-arrival', { cause: 'duplicate', row: '', ...facts });
    }
    return deny('duplicate', facts);
  },
};
