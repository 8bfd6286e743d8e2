import { comesBefore } from '#domain/accumulator/canonical-order.ts';
import { deny } from '#domain/decision/finding.ts';
import type { LineSoFar } from '#domain/decision/line-work.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** Of identical acts of one day on one sheet, the first in canonical order counts. */
export const duplicateOnSheet: LineRule = {
  code: 'integrity/duplicate-on-sheet',
  title: 'The line is not repeated on the sheet',
  reference: 'Reasons for rejection collected from the funds: duplicate',
  check(line, { lines }) {
    for (const other of lines) {
      if (other === line || other.code !== line.code || other.date !== line.date) continue;
      if (!isStanding(other) || !comesBefore(other, line)) continue;
      const { code, date, lineNumber } = other;
      return deny('duplicate-on-sheet', { code, date, line: String(lineNumber) });
    }
    return null;
  },
};

/** A line that is refused for itself cannot be the one that counts; a repetition still can. */
function isStanding({ state, reasons }: LineSoFar): boolean {
  return state !== 'denied' || reasons.some(({ code }) => code === 'duplicate-on-sheet');
}
