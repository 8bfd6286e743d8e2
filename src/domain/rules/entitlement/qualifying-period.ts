import { isWithin } from '#domain/calendar/arithmetic.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** The qualifying period of the rights that cover the date is done, on its last day at latest. */
export const qualifyingPeriod: LineRule = {
  code: 'entitlement/qualifying-period',
  title: 'The qualifying period is done',
  reference: 'cnss.ma: 54 days of contributions within the 6 months before, by scheme',
  check({ decidedOn }, { insured }) {
    let earliest: CalendarDate | null = null;
    for (const { status, from, to, qualifiedOn } of insured.entitlements) {
      if (status === 'suspended' || !isWithin(decidedOn, from, to)) continue;
      if (qualifiedOn === null || qualifiedOn <= decidedOn) return null;
      if (earliest === null || qualifiedOn < earliest) earliest = qualifiedOn;
    }
    if (earliest === null) return null;
    return deny('qualifying-period', { date: decidedOn, qualifiedOn: earliest });
  },
};
