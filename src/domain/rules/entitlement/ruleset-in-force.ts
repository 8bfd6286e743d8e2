import { pend } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** A scheme without a ruleset is a gap of the record: a person closes it, nobody is refused. */
export const rulesetInForce: LineRule = {
  code: 'entitlement/ruleset-in-force',
  title: 'The scheme has a ruleset on the date of care',
  reference: 'Rulesets: versions in force, selected by the date of care',
  check({ terms, scheme, decidedOn }) {
    if (terms !== undefined || scheme === null) return null;
    return pend('ruleset-missing', { scheme, date: decidedOn });
  },
};
