import type { RulesetVersion } from '../coverage/ruleset.ts';
import { rulesetsWith } from '../coverage/rulesets-with.ts';
import type { PeriodOfCare } from './period-of-care.ts';

/**
 * The rulesets in force where a version stands over a whole period for its schemes, whatever
 * dates it bears itself; what is in force on other days, or for other schemes, stays so.
 */
export function draftInForce(
  rulesets: readonly RulesetVersion[],
  { version, document }: RulesetVersion,
  { from, to }: PeriodOfCare,
): readonly RulesetVersion[] {
  const draft = { ...document, effectiveFrom: from, effectiveTo: to };
  return rulesetsWith({ version, document: draft }, rulesets);
}
