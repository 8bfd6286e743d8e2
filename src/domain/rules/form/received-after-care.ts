import { deny, NO_FINDINGS } from '#domain/decision/finding.ts';
import type { SheetRule } from '#domain/decision/rule.ts';

/** Care that has not been given yet cannot be billed; the same day is accepted. */
export const receivedAfterCare: SheetRule = {
  code: 'form/received-after-care',
  title: 'The sheet is received on or after the care',
  reference: 'Form 610-1-02: acts executed',
  check({ sheet, lastCareOn }) {
    const { receivedOn, stay } = sheet;
    if (receivedOn < lastCareOn) {
      return [deny('received-before-care', { date: lastCareOn, receivedOn })];
    }
    if (stay === null || receivedOn >= stay.discharge) return NO_FINDINGS;
    return [deny('received-before-care', { date: stay.discharge, receivedOn })];
  },
};
