import { addDays } from '../calendar/arithmetic.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { RulesetVersion } from '../coverage/ruleset.ts';

/**
 * The versions that would be in force if one more were published: it takes the place of the others
 * on its days, for its schemes, and what they say before and after stays.
 */
export function rulesetsWith(
  version: RulesetVersion,
  others: readonly RulesetVersion[],
): readonly RulesetVersion[] {
  const { schemes, effectiveFrom, effectiveTo } = version.document;
  const rest = others.flatMap((other) => {
    const kept = other.document.schemes.filter((scheme) => !schemes.includes(scheme));
    const replaced = other.document.schemes.filter((scheme) => schemes.includes(scheme));
    const { effectiveFrom: from, effectiveTo: to } = other.document;
    return [
      ...within(other, { schemes: kept, from, to }),
      ...within(other, { schemes: replaced, from, to: earlier(to, addDays(effectiveFrom, -1)) }),
      ...(effectiveTo === null
        ? []
        : within(other, { schemes: replaced, from: later(from, addDays(effectiveTo, 1)), to })),
    ];
  });
  return [...rest, version];
}

interface Place {
  readonly schemes: readonly string[];
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** A version in force for some schemes and days only; nothing where none is left. */
function within({ version, document }: RulesetVersion, place: Place): RulesetVersion[] {
  const { schemes, from, to } = place;
  if (schemes.length === 0 || (to !== null && to < from)) return [];
  return [{ version, document: { ...document, schemes, effectiveFrom: from, effectiveTo: to } }];
}

function earlier(to: CalendarDate | null, day: CalendarDate): CalendarDate {
  return to === null || to > day ? day : to;
}

function later(from: CalendarDate, day: CalendarDate): CalendarDate {
  return from > day ? from : day;
}
