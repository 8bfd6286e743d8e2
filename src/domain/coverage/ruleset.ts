import type { Span } from '../calendar/arithmetic.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { KindOfCare, PaymentMode, Relationship } from '../care-sheet/care-sheet.ts';
import type { Sector, Setting, Sex } from '../nomenclature/act.ts';
import type { Category } from '../nomenclature/category.ts';
import type { MedicineKind } from '../nomenclature/medicine.ts';
import type { GoldenCase } from './golden-case.ts';

/**
 * What a row applies to: every stated predicate must hold; an absent one is any. These closed
 * predicates say all that the conventions say, so no language of expressions is needed: each can
 * be checked, compared with others and explained to who is no programmer.
 */
export interface LineCondition {
  readonly schemes?: readonly string[];
  readonly settings?: readonly Setting[];
  readonly kindsOfCare?: readonly KindOfCare[];
  readonly categories?: readonly Category[];
  readonly acts?: readonly string[];
  readonly sectors?: readonly Sector[];
  readonly specialties?: readonly string[];
  /** "practice", "pharmacy", "hospital", ... */
  readonly providerKinds?: readonly string[];
  readonly payments?: readonly PaymentMode[];
  readonly relationships?: readonly Relationship[];
  readonly sexes?: readonly Sex[];
  readonly illnesses?: readonly ('none' | 'long-term' | 'costly')[];
  readonly illnessCodes?: readonly string[];
  readonly medicineKinds?: readonly MedicineKind[];
  /** Whole years on the date of care, both included. */
  readonly minAge?: number;
  readonly maxAge?: number;
  /** Submitted for the line, "1000.00", both included. */
  readonly minAmount?: string;
  readonly maxAmount?: string;
}

/** Every row says where it comes from; `confidence` as in the domain notes. */
interface Sourced {
  readonly code: string;
  readonly source: string;
}

export interface CoverageRow extends Sourced {
  readonly when: LineCondition;
  /** "0.90" */
  readonly rate: string;
}

/** The window over which units or benefit are counted. */
export type Window =
  | { readonly kind: 'calendar-year' }
  | { readonly kind: 'sliding-months'; readonly months: number }
  | { readonly kind: 'lifetime' };

export interface UnitLimit extends Sourced {
  readonly when: LineCondition;
  readonly maxUnits: number;
  readonly window: Window;
}

export interface RenewalInterval extends Sourced {
  readonly when: LineCondition;
  readonly interval: Span;
}

export interface Cap extends Sourced {
  readonly when: LineCondition;
  /** "3000.00" */
  readonly amount: string;
  readonly per: 'patient' | 'family';
  readonly window: Window;
}

export interface FilingLimit extends Sourced {
  readonly payments: readonly PaymentMode[];
  readonly limit: Span;
}

export interface AgeLimit extends Sourced {
  readonly relationship: Relationship;
  readonly student: boolean;
  /** 21 lasts to the day before the 22nd birthday. */
  readonly lastAge: number;
}

export interface PrescriptionDemand extends Sourced {
  readonly when: LineCondition;
  readonly validity: Span;
}

export interface Demand extends Sourced {
  readonly when: LineCondition;
  /** For attachments: the document asked for. */
  readonly document?: string;
  /** Asked only from this eligible amount of the line upwards, "1000.00". */
  readonly fromAmount?: string;
}

export interface SessionTerms extends Sourced {
  /** Ranked among themselves: the dearest first. */
  readonly technicalCategories: readonly Category[];
  /** Compared with the technical acts together. */
  readonly consultationCategories: readonly Category[];
  /** "1.00", "0.50": of the first, second, ... line; the last counts for all that follow. */
  readonly percentages: readonly string[];
}

/** With a condition, a hold is only for sheets that have a line of which it holds. */
export type Hold = Sourced & { readonly when?: LineCondition } & (
    | { readonly kind: 'amount'; readonly threshold: string }
    | { readonly kind: 'category'; readonly categories: readonly Category[] }
    | { readonly kind: 'sample' /** "0.01" */; readonly share: string }
  );

/** A ruleset as an admin writes it; every row with its code and its source. */
export interface RulesetDocument {
  readonly code: string;
  readonly title: string;
  readonly schemes: readonly string[];
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate | null;
  readonly tariffGrid: string;
  readonly coverage: readonly CoverageRow[];
  readonly exclusions: readonly (Sourced & { readonly when: LineCondition })[];
  readonly filingLimits: readonly FilingLimit[];
  readonly ageLimits: readonly AgeLimit[];
  readonly prescriptions: readonly PrescriptionDemand[];
  readonly session: SessionTerms | null;
  readonly unitLimits: readonly UnitLimit[];
  readonly renewalIntervals: readonly RenewalInterval[];
  readonly caps: readonly Cap[];
  readonly authorizations: readonly Demand[];
  readonly attachments: readonly Demand[];
  readonly holds: readonly Hold[];
  /** Sheets that the ruleset must decide as they say. */
  readonly cases?: readonly GoldenCase[];
}

/** A published version of a ruleset. */
export interface RulesetVersion {
  readonly version: number;
  readonly document: RulesetDocument;
}
