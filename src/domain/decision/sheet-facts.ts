import type { Consumption, PastLine } from '../accumulator/history.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CareSheet } from '../care-sheet/care-sheet.ts';
import type { Insured, Provider } from '../care-sheet/parties.ts';
import type { CompiledReference } from '../coverage/compiled-reference.ts';
import type { CompiledRuleset } from '../coverage/compiled-ruleset.ts';
import type { Setting } from '../nomenclature/act.ts';
import type { LineSoFar } from './line-work.ts';
import type { Patient } from './patient.ts';

/** A sheet with everything that its rules look at. */
export interface SheetFacts {
  readonly sheet: CareSheet;
  readonly insured: Insured | undefined;
  readonly patient: Patient | undefined;
  readonly provider: Provider | undefined;
  readonly setting: Setting;
  /** The days on which its facts must hold: the admission, or each day of care; in order. */
  readonly decidedOn: readonly CalendarDate[];
  readonly firstCareOn: CalendarDate;
  readonly lastCareOn: CalendarDate;
  /** The scheme and the ruleset on the first of those days. */
  readonly scheme: string | null;
  readonly terms: CompiledRuleset | undefined;
  /** In the order of their numbers. */
  readonly lines: readonly LineSoFar[];
  /** Decided lines of this patient. */
  readonly pastLines: readonly PastLine[];
  /** Consumptions of the family. */
  readonly consumptions: readonly Consumption[];
  readonly reference: CompiledReference;
}

/** A sheet whose people and scheme are known: what the rules of a line can rely on. */
export interface KnownSheet extends SheetFacts {
  readonly insured: Insured;
  readonly patient: Patient;
  readonly provider: Provider;
}

/** The scheme on a day on which a sheet is decided: that of the first of them is known. */
export function schemeOfDay(
  { decidedOn, scheme }: SheetFacts,
  insured: Insured,
  day: CalendarDate,
): string | null {
  return day === decidedOn[0] ? scheme : schemeOn(insured, day);
}

/** The scheme that somebody belongs to on a date: of several, the one that began last. */
export function schemeOn({ affiliations }: Insured, date: CalendarDate): string | null {
  let latest: Insured['affiliations'][number] | undefined;
  for (const affiliation of affiliations) {
    const { from, to } = affiliation;
    if (from > date || (to !== null && date > to)) continue;
    if (latest === undefined || from > latest.from) latest = affiliation;
  }
  return latest === undefined ? null : latest.scheme;
}
