import { addSpan } from '#domain/calendar/arithmetic.ts';
import type { RenewalInterval } from '#domain/coverage/ruleset.ts';
import { Citation, citing, TEXT } from '#domain/decision/citation.ts';
import type { LineSoFar } from '#domain/decision/line-work.ts';
import { TO_DISALLOWED } from '#domain/decision/move.ts';
import type { Allowance, LimitRule, Usage } from '#domain/decision/rule.ts';
import { NO_FIGURES } from '#domain/decision/step.ts';

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
  const { code, interval } = row;
  const { units, date } = line;
  const lastOn = usage.lastPaidBefore(line, code);
  if (lastOn === null) {
    return { units, countsUnder: code, cited: citeFirst(row), figures: NO_FIGURES, reason: null };
  }
  const nextOn = addSpan(lastOn, interval);
  const given = { countsUnder: code, cited: cite(row), figures: [date, lastOn, nextOn] };
  if (date >= nextOn) return { ...given, units, reason: null };
  const facts = { row: code, date, lastOn, nextOn };
  return { ...given, units: 0, reason: { code: 'too-early', facts } };
}

const cite = citing(
  ({ code, source }: RenewalInterval) =>
    new Citation({
      ...{ rule: renewalInterval.code, row: code, source },
      looked: { date: TEXT, lastOn: TEXT, nextOn: TEXT, row: code },
      moves: [TO_DISALLOWED],
    }),
);

/** Nothing was paid under the row before. */
const citeFirst = citing(
  ({ code, source }: RenewalInterval) =>
    new Citation({
      ...{ rule: renewalInterval.code, row: code, source },
      looked: { row: code },
      moves: [TO_DISALLOWED],
    }),
);
