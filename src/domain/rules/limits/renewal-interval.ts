import { addSpan } from '#domain/calendar/arithmetic.ts';
import type { RenewalInterval } from '#domain/coverage/ruleset.ts';
import type { LineSoFar } from '#domain/decision/line-work.ts';
import type { Allowance, LimitRule, Usage } from '#domain/decision/rule.ts';

const NONE: readonly Allowance[] = [];

/**
 * What was paid is not paid again before its interval has passed, counted on dates of care and
 * across a renewal of rights. The first day after the interval is accepted.
 */
export const renewalInterval: LimitRule = {
  code: 'limits/renewal-interval',
  title: 'Renewal interval',
  reference: 'Renewal intervals (franchises) of the ruleset, each row with its source',
  limit(line, usage) {
    if (line.subject === undefined || line.terms === undefined) return NONE;
    const rows = line.terms.renewalIntervals.every(line.subject);
    return rows.length === 0 ? NONE : rows.map((row) => allow(line, row, usage));
  },
};

function allow(line: LineSoFar, row: RenewalInterval, usage: Usage): Allowance {
  const { code, source, interval } = row;
  const lastOn = usage.lastPaidBefore(line, code);
  const given = { units: line.units, countsUnder: code, row: code, source };
  if (lastOn === null) return { ...given, looked: { row: code }, reason: null };
  const nextOn = addSpan(lastOn, interval);
  const facts = { row: code, date: line.date, lastOn, nextOn };
  if (line.date >= nextOn) return { ...given, looked: facts, reason: null };
  return { ...given, units: 0, looked: facts, reason: { code: 'too-early', facts } };
}
