import { pend } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** A document that the ruleset asks for makes the sheet wait until somebody has seen it. */
export const attachments: LineRule = {
  code: 'authorization/attachments',
  title: 'An attachment is asked for',
  reference: 'Requirements of the funds on documents; the rows are the ruleset’s',
  check({ subject, terms, unitTariff, sessionEligible, code }) {
    if (subject === undefined || terms === undefined) return null;
    for (const row of terms.attachments.every(subject)) {
      const { fromAmount, document = '' } = row;
      const asked = fromAmount === null || (unitTariff !== null && sessionEligible >= fromAmount);
      if (asked) return pend('attachment-required', { code, row: row.code, document }, row);
    }
    return null;
  },
};
