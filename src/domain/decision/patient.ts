import { isWithin } from '../calendar/arithmetic.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CareSheet, Relationship } from '../care-sheet/care-sheet.ts';
import type { Dependant, Insured, Period } from '../care-sheet/parties.ts';
import type { Sex } from '../nomenclature/act.ts';

/** The person who received the care, as the record knows them. */
export interface Patient {
  readonly rank: number;
  readonly relationship: Relationship;
  readonly birthDate: CalendarDate;
  readonly sex: Sex;
  readonly deathDate: CalendarDate | null;
  /** null for the insured, who is attached to nobody. */
  readonly attached: Period | null;
  readonly student: readonly Period[];
  readonly disabled: boolean;
}

/** The person whom a sheet names by rank, relationship and date of birth; all three must agree. */
export function findPatient(
  insured: Insured,
  declared: CareSheet['patient'],
  date: CalendarDate,
): Patient | undefined {
  if (declared.relationship === 'self') {
    const agrees = declared.rank === 0 && declared.birthDate === insured.birthDate;
    return agrees ? asPatient(insured) : undefined;
  }
  let first: Dependant | undefined;
  for (const dependant of insured.dependants) {
    if (!isNamed(dependant, declared)) continue;
    if (isWithin(date, dependant.attached.from, dependant.attached.to)) return dependant;
    first ??= dependant;
  }
  return first;
}

function isNamed(
  { rank, relationship, birthDate }: Dependant,
  declared: CareSheet['patient'],
): boolean {
  return (
    rank === declared.rank &&
    relationship === declared.relationship &&
    birthDate === declared.birthDate
  );
}

const NEVER: readonly Period[] = [];

function asPatient({ birthDate, sex, deathDate }: Insured): Patient {
  return {
    rank: 0,
    relationship: 'self',
    birthDate,
    sex,
    deathDate,
    attached: null,
    student: NEVER,
    disabled: false,
  };
}
