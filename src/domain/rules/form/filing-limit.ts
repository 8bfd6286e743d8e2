import { addSpan, isAfterSpan } from '#domain/calendar/arithmetic.ts';
import { deny, NO_FINDINGS } from '#domain/decision/finding.ts';
import type { SheetRule } from '#domain/decision/rule.ts';

/**
 * A sheet is filed within the limit of its ruleset, in days or in calendar months, counted
 * from the first care, or from the discharge of a stay. The last day is in time.
 */
export const filingLimit: SheetRule = {
  code: 'form/filing-limit',
  title: 'The sheet is filed in time',
  reference: 'Form 610-1-02, instructions: within 2 months of the first act',
  check({ terms, sheet, firstCareOn }) {
    const row = terms?.filingLimits.find(({ payments }) => payments.includes(sheet.payment));
    if (row === undefined) return NO_FINDINGS;
    const from = sheet.stay === null ? firstCareOn : sheet.stay.discharge;
    const { receivedOn } = sheet;
    if (!isAfterSpan(receivedOn, from, row.limit)) return NO_FINDINGS;
    const lastDay = addSpan(from, row.limit);
    return [deny('time-barred', { from, lastDay, receivedOn, row: row.code }, row)];
  },
};
