import { pend } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** Care that the ruleset subjects to prior authorization waits until a person has seen one. */
export const priorAuthorization: LineRule = {
  code: 'authorization/prior-authorization',
  title: 'A prior authorization is asked for',
  reference: 'Law 65-00, art. 13, and lists of the funds; the rows are the ruleset’s',
  check({ subject, terms, unitTariff, sessionEligible, code }) {
    if (subject === undefined || terms === undefined) return null;
    for (const row of terms.authorizations.every(subject)) {
      const { fromAmount } = row;
      const asked = fromAmount === null || (unitTariff !== null && sessionEligible >= fromAmount);
      if (asked) return pend('authorization-required', { code, row: row.code }, row);
    }
    return null;
  },
};
