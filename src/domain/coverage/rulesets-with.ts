import { daysLeft } from '../calendar/days-left.ts';
import type { RulesetVersion } from './ruleset.ts';

/**
 * The versions that would be in force if one more were published: it takes the place of the others
 * on its days, for its schemes, and what they say before and after stays.
 */
export function rulesetsWith(
  version: RulesetVersion,
  others: readonly RulesetVersion[],
): readonly RulesetVersion[] {
  const { schemes, effectiveFrom: from, effectiveTo: to } = version.document;
  const rest = others.flatMap((other) => {
    const kept = other.document.schemes.filter((scheme) => !schemes.includes(scheme));
    const replaced = other.document.schemes.filter((scheme) => schemes.includes(scheme));
    const days = { from: other.document.effectiveFrom, to: other.document.effectiveTo };
    return [
      ...within(other, kept, [days]),
      ...within(other, replaced, daysLeft(days, { from, to })),
    ];
  });
  return [...rest, version];
}

/** A version in force for some schemes and days only; nothing where none is left. */
function within(
  { version, document }: RulesetVersion,
  schemes: readonly string[],
  days: ReturnType<typeof daysLeft>,
): RulesetVersion[] {
  if (schemes.length === 0) return [];
  return days.map(({ from, to }) => ({
    version,
    document: { ...document, schemes, effectiveFrom: from, effectiveTo: to },
  }));
}
