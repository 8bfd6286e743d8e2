import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** The nomenclature says whether something is reimbursed at all; the ruleset says how much. */
export const reimbursable: LineRule = {
  code: 'nomenclature/reimbursable',
  title: 'The act or medicine is reimbursable',
  reference: 'Law 65-00, art. 7; referential of medicines: a rate of 0 is not reimbursable',
  concerns: (entry) => !entry.reimbursable,
  check({ act, medicine, code }) {
    const entry = act ?? medicine;
    return entry === undefined || entry.reimbursable ? null : deny('not-reimbursable', { code });
  },
};
