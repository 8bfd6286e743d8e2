import { NO_FINDINGS, pend } from '#domain/decision/finding.ts';
import type { LateRule } from '#domain/decision/rule.ts';

/** A session that was decided would share its eligible amounts otherwise. */
export const lateForSession: LateRule = {
  code: 'review/late-for-session',
  title: 'Late for a session',
  reference: 'The order in which sheets arrive does not change what is owed',
  check({ sessions }) {
    for (const { lines, terms } of sessions) {
      for (const { past, eligible } of lines) {
        if (past === null || past.eligible === eligible) continue;
        const { date, sheetNumber, lineNumber } = past;
        const facts = { date, sheetNumber, line: String(lineNumber), row: terms.code };
        return [pend('late-arrival', { cause: 'session', ...facts })];
      }
    }
    return NO_FINDINGS;
  },
};
