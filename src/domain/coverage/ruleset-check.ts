import type { Span } from '../calendar/arithmetic.ts';
import { isCalendarDate } from '../calendar/calendar-date.ts';
import type { RulesetDocument, Window } from './ruleset.ts';

/** Throws a RangeError that names the row when a ruleset cannot be applied as it is written. */
export function assertRuleset(document: RulesetDocument): void {
  assertDates(document);
  assertUniqueCodes(document);
  for (const row of document.unitLimits) {
    assertCount(row.code, row.maxUnits);
    assertWindow(row.code, row.window);
  }
  for (const row of document.caps) assertWindow(row.code, row.window);
  for (const row of document.renewalIntervals) assertSpan(row.code, row.interval);
  for (const row of document.filingLimits) assertSpan(row.code, row.limit);
  for (const row of document.prescriptions) assertSpan(row.code, row.validity);
  for (const row of document.ageLimits) assertCount(row.code, row.lastAge);
  assertSession(document);
}

function assertDates({ code, effectiveFrom, effectiveTo }: RulesetDocument): void {
  const to = effectiveTo ?? effectiveFrom;
  if (!isCalendarDate(effectiveFrom) || !isCalendarDate(to) || to < effectiveFrom) {
    throw new RangeError(`ruleset ${code}: its dates are no period`);
  }
}

/** What was counted is remembered by the row's code, so a code names one row. */
function assertUniqueCodes(document: RulesetDocument): void {
  const codes = new Set<string>();
  for (const rows of [document.unitLimits, document.renewalIntervals, document.caps]) {
    for (const { code } of rows) {
      if (codes.has(code)) throw new RangeError(`ruleset ${document.code}: two rows ${code}`);
      codes.add(code);
    }
  }
}

function assertCount(code: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`row ${code}: ${count} is not a whole number`);
  }
}

function assertSpan(code: string, span: Span): void {
  assertCount(code, 'days' in span ? span.days : span.months);
}

function assertWindow(code: string, window: Window): void {
  if (window.kind !== 'sliding-months') return;
  assertCount(code, window.months);
  if (window.months === 0) throw new RangeError(`row ${code}: a window of 0 months`);
}

function assertSession({ session }: RulesetDocument): void {
  if (session === null) return;
  if (session.percentages.length === 0) {
    throw new RangeError(`row ${session.code}: no percentages`);
  }
  const both = session.technicalCategories.filter((category) =>
    session.consultationCategories.includes(category),
  );
  if (both.length > 0) {
    throw new RangeError(`row ${session.code}: ${both[0]} is technical and a consultation`);
  }
}
