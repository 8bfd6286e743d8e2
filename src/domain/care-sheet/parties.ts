import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Sector, Sex } from '../nomenclature/act.ts';
import type { Relationship } from './care-sheet.ts';

/** A period of dates, first and last day included; `to: null` is open. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** The scheme (régime) that somebody belongs to over a period. */
export interface Affiliation extends Period {
  readonly scheme: string;
}

/** Rights (ouverture, maintien, suspension) of the whole family over a period. */
export interface Entitlement extends Period {
  readonly status: 'opened' | 'maintained' | 'suspended';
  /** The day from which the qualifying period is done; null: none is asked. */
  readonly qualifiedOn: CalendarDate | null;
}

export interface Dependant {
  readonly rank: number;
  readonly relationship: Exclude<Relationship, 'self'>;
  readonly birthDate: CalendarDate;
  readonly sex: Sex;
  readonly deathDate: CalendarDate | null;
  readonly attached: Period;
  /** The periods for which schooling is proven. */
  readonly student: readonly Period[];
  readonly disabled: boolean;
}

/** A long-term or costly illness as certified for one patient of the family. */
export interface Certificate extends Period {
  readonly patientRank: number;
  readonly illness: 'long-term' | 'costly';
  /** The illness code of the certificate (letter + 3 digits). */
  readonly code: string;
  /** The diagnoses (CIM-10 prefixes) that it covers; empty covers every line of the patient. */
  readonly diagnoses: readonly string[];
}

export interface Insured {
  readonly id: number;
  readonly issuer: string;
  readonly number: string;
  readonly birthDate: CalendarDate;
  readonly sex: Sex;
  readonly deathDate: CalendarDate | null;
  readonly affiliations: readonly Affiliation[];
  readonly entitlements: readonly Entitlement[];
  readonly dependants: readonly Dependant[];
  readonly certificates: readonly Certificate[];
}

export interface Provider {
  readonly inpe: string;
  readonly kind: string;
  readonly sector: Sector;
  readonly specialty: string | null;
  readonly active: readonly Period[];
}
