import { addDays } from '../calendar/arithmetic.ts';
import type { RulesetDocument, RulesetVersion } from '../coverage/ruleset.ts';
import type { PeriodOfCare } from './period-of-care.ts';

/**
 * The rulesets in force where a version stands over a whole period for its schemes, whatever
 * dates it bears itself; what is in force on other days, or for other schemes, stays so.
 */
export function draftInForce(
  rulesets: readonly RulesetVersion[],
  draft: RulesetVersion,
  { from, to }: PeriodOfCare,
): RulesetVersion[] {
  const { schemes } = draft.document;
  const stays = rulesets.flatMap(({ version, document }) => {
    const other = document.schemes.filter((scheme) => !schemes.includes(scheme));
    const same = document.schemes.filter((scheme) => schemes.includes(scheme));
    return [
      ...(other.length === 0 ? [] : [{ version, document: { ...document, schemes: other } }]),
      ...(same.length === 0
        ? []
        : remainders({ ...document, schemes: same }, { from, to }).map((rest) => ({
            version,
            document: rest,
          }))),
    ];
  });
  const document = { ...draft.document, effectiveFrom: from, effectiveTo: to };
  return [...stays, { version: draft.version, document }];
}

/** What of a ruleset's days lies before the period, and what after it. */
function remainders(document: RulesetDocument, { from, to }: PeriodOfCare): RulesetDocument[] {
  const { effectiveFrom, effectiveTo } = document;
  if (effectiveFrom > to || (effectiveTo !== null && effectiveTo < from)) return [document];
  const rest: RulesetDocument[] = [];
  if (effectiveFrom < from) rest.push({ ...document, effectiveTo: addDays(from, -1) });
  if (effectiveTo === null || effectiveTo > to) {
    rest.push({ ...document, effectiveFrom: addDays(to, 1) });
  }
  return rest;
}
