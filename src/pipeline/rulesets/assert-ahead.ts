import type { PublicationRow } from '#db/record/reference-tables.ts';
import { addDays } from '#domain/calendar/arithmetic.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import { versionState } from '#domain/coverage/version-state.ts';
import { type FieldFault, FieldsRefused, ScheduleTaken } from './refusals.ts';

type EffectivePeriod = Pick<PublicationRow, 'validFrom' | 'validTo'>;

/**
 * A version takes effect from tomorrow on at the earliest: sheets with care until today may be
 * decided already, and would have to be decided again.
 */
export function assertAhead({ validFrom, validTo }: EffectivePeriod, today: CalendarDate): void {
  const earliest = addDays(today, 1);
  const faults: FieldFault[] = [];
  if (validFrom < earliest) {
    faults.push({ pointer: '/effectiveFrom', code: 'effective-date-begun', facts: { earliest } });
  }
  if (validTo !== null && validTo < validFrom) {
    faults.push({ pointer: '/effectiveTo', code: 'ends-before-start' });
  }
  if (faults.length > 0) throw new FieldsRefused(faults);
}

/** What is scheduled is not pushed aside unseen: it is taken back first, by somebody who may. */
export function assertFree(
  current: readonly PublicationRow[],
  wanted: readonly PublicationRow[],
  today: CalendarDate,
): void {
  const taken = wanted.flatMap((next) =>
    firstDays(current, next.scheme, today).filter((row) => beginsWithin(row, next)),
  );
  if (taken.length > 0) throw new ScheduleTaken(taken);
}

/** The beginnings of versions that are only scheduled for a scheme. */
function firstDays(
  current: readonly PublicationRow[],
  scheme: string,
  today: CalendarDate,
): PublicationRow[] {
  const rows = current.filter((row) => row.scheme === scheme && row.validFrom > today);
  return rows.filter((row) => {
    const isSame = ({ code, version }: PublicationRow) =>
      code === row.code && version === row.version;
    const publications = current.filter((other) => other.scheme === scheme && isSame(other));
    return versionState({ status: 'published', publications }, today) === 'scheduled';
  });
}

function beginsWithin(row: PublicationRow, { validFrom, validTo }: EffectivePeriod): boolean {
  return row.validFrom >= validFrom && (validTo === null || row.validFrom <= validTo);
}
