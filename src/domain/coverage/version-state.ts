import type { CalendarDate } from '../calendar/calendar-date.ts';

export const VERSION_STATES = [
  'draft',
  'submitted',
  'approved',
  'scheduled',
  'in-force',
  'superseded',
  'withdrawn',
] as const;

/** Where a version of a ruleset is in its life. */
export type VersionState = (typeof VERSION_STATES)[number];

interface Period {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** What is stored of a version: its status, and the days for which it is published now. */
export interface StoredState {
  readonly status: 'draft' | 'submitted' | 'approved' | 'published' | 'withdrawn';
  readonly publications: readonly Period[];
}

/**
 * The state of a version on a day. A published one is in force, scheduled or superseded by what
 * it is published for: that follows from the calendar and is stored nowhere.
 */
export function versionState(
  { status, publications }: StoredState,
  day: CalendarDate,
): VersionState {
  if (status !== 'published') return status;
  const isOpen = ({ validTo }: Period) => validTo === null || validTo >= day;
  const ahead = publications.filter(isOpen);
  if (ahead.some(({ validFrom }) => validFrom <= day)) return 'in-force';
  return ahead.length > 0 ? 'scheduled' : 'superseded';
}
