import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import type { EstimateRequest, Submission } from './care-sheet-schema.ts';

/**
 * Where a sheet without a number stands in the order of sheets: after every number that a sender
 * can give, as it would be the last to arrive.
 */
const LAST_NUMBER = '~';

/** The sheet as it would be sent, with what was left open filled in. */
export function completeEstimate(
  { number = LAST_NUMBER, lines, ...declared }: EstimateRequest,
  today: CalendarDate,
): Submission {
  const usual = declared.stay?.admission ?? today;
  return {
    ...declared,
    number,
    lines: lines.map(({ date = usual, ...line }) => ({ ...line, date })),
  };
}
