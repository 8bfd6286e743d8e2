import { deny, NO_FINDINGS } from '#domain/decision/finding.ts';
import type { SheetRule } from '#domain/decision/rule.ts';

/** Nothing can be owed to somebody whom no fund has registered. */
export const insuredKnown: SheetRule = {
  code: 'entitlement/insured-known',
  title: 'The insured is registered',
  reference: 'Law 65-00: the insured is registered with a managing body',
  check({ insured, sheet }) {
    if (insured !== undefined) return NO_FINDINGS;
    return [deny('insured-unknown', { issuer: sheet.insured.issuer })];
  },
};
