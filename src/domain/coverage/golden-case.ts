import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { KindOfCare, PaymentMode, Relationship } from '../care-sheet/care-sheet.ts';
import type { Sector, Sex } from '../nomenclature/act.ts';

/**
 * A sheet that a ruleset must decide as its author says. What is left out is usual: an insured of
 * 40 with open rights, in a private practice, who asks to be reimbursed on the day of care.
 */
export interface GoldenCase {
  readonly code: string;
  readonly title: string;
  /** The date of care of lines that state none. */
  readonly date: CalendarDate;
  /** Of the insured; the first scheme of the ruleset when left out. */
  readonly scheme?: string;
  /** That the sheet is addressed to; the fund that manages the scheme on the date. */
  readonly fund?: string;
  /** The number of the sheet, which a sample is drawn from; the code of the case. */
  readonly number?: string;
  readonly kindOfCare?: KindOfCare;
  readonly payment?: PaymentMode;
  /** The last day of care. */
  readonly receivedOn?: CalendarDate;
  /** The first day of care; null: nobody prescribed. */
  readonly prescribedOn?: CalendarDate | null;
  readonly stay?: { readonly admission: CalendarDate; readonly discharge: CalendarDate };
  readonly patient?: CasePatient;
  readonly rights?: CaseRights;
  readonly illness?: CaseIllness;
  readonly provider?: CaseProvider;
  /** What rows that count had counted before the sheet. */
  readonly used?: readonly CaseUse[];
  /** Lines that the same provider was paid before the sheet. */
  readonly paid?: readonly CasePaidLine[];
  readonly lines: readonly CaseLine[];
  readonly expect?: CaseExpectation;
}

/** Of age 40, and the insured herself. */
export interface CasePatient {
  readonly relationship?: Relationship;
  /** Whole years on the date of the case. */
  readonly age?: number;
  readonly sex?: Sex;
  readonly student?: boolean;
  readonly disabled?: boolean;
}

/** Open since ever. */
export interface CaseRights {
  readonly status?: 'opened' | 'maintained' | 'suspended';
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly qualifiedOn?: CalendarDate;
}

/** A certificate of the patient, valid at all times. */
export interface CaseIllness {
  readonly kind: 'long-term' | 'costly';
  readonly code?: string;
  /** CIM-10 prefixes; every line of the patient when left out. */
  readonly diagnoses?: readonly string[];
}

/** A private practice without a specialty. */
export interface CaseProvider {
  readonly sector?: Sector;
  readonly kind?: string;
  readonly specialty?: string;
}

/** Benefit that a cap has counted, or units that a limit or an interval has. */
export interface CaseUse {
  readonly row: string;
  readonly date: CalendarDate;
  /** For a cap, "2400.00". */
  readonly amount?: string;
  /** For a unit limit or a renewal interval; 1. */
  readonly units?: number;
}

export interface CasePaidLine {
  readonly code: string;
  readonly date: CalendarDate;
  /** What a session compares, "1125.00". */
  readonly eligible: string;
  readonly benefit: string;
}

export interface CaseLine {
  /** Of an act, or the 13 digits of a medicine. */
  readonly code: string;
  /** 1 when left out. */
  readonly quantity?: number;
  /** Of one unit, "150.00". */
  readonly price: string;
  readonly date?: CalendarDate;
  /** Where the nomenclature leaves it to the sheet, "12.5". */
  readonly coefficient?: string;
  readonly diagnosis?: string;
  readonly expect: CaseLineExpectation;
}

/** An amount that is left out is 0.00. */
export interface CaseLineExpectation {
  /** approved when left out. */
  readonly outcome?: 'approved' | 'reduced' | 'denied' | 'pended';
  /** False for a line that no tariff prices: it then has no amounts at all. */
  readonly priced?: boolean;
  readonly benefit?: string;
  readonly copay?: string;
  readonly overCap?: string;
  readonly excess?: string;
  readonly disallowed?: string;
  /** Codes, in any order; none when left out. */
  readonly reasons?: readonly string[];
}

/** Of the sheet as a whole. */
export interface CaseExpectation {
  /** What follows from the outcomes of the lines, when left out. */
  readonly outcome?: 'approved' | 'partial' | 'rejected' | 'pended';
  /** Codes of the sheet's own reasons, in any order; none when left out. */
  readonly reasons?: readonly string[];
  /** Looked at only where it is stated. */
  readonly fund?: string;
  /** Looked at only where it is stated. */
  readonly payee?: 'provider' | 'insured';
}
