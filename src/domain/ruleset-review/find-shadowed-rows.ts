import type { AgeLimit, FilingLimit, RulesetDocument } from '../coverage/ruleset.ts';
import { createReviewIssue } from './create-review-issue.ts';
import type { RulesetIssue } from './ruleset-issue.ts';
import { type Box, intersect, isEmpty, subtractAll } from './space/boxes.ts';
import type { ConditionSpace } from './space/condition-space.ts';

/**
 * Rows that no line ever reaches, since earlier ones together take all that they are for. Of the
 * coverage table exclusions are earlier rows too: what is excluded has no rate.
 */
export function findShadowedRows(
  document: RulesetDocument,
  space: ConditionSpace,
): readonly RulesetIssue[] {
  const exclusions = document.exclusions.map(({ code, when }) => ({
    code,
    box: space.boxOf(when),
  }));
  const coverage = document.coverage.map(({ code, when }) => ({ code, box: space.boxOf(when) }));
  return [
    ...shadowed('/exclusions', exclusions, []),
    ...shadowed('/coverage', coverage, exclusions),
    ...shadowedFilingLimits(document.filingLimits),
    ...shadowedAgeLimits(document.ageLimits),
  ];
}

interface BoxedRow {
  readonly code: string;
  readonly box: Box;
}

/** A row that is for nothing at all has its own issue. */
function shadowed(
  list: string,
  rows: readonly BoxedRow[],
  before: readonly BoxedRow[],
): readonly RulesetIssue[] {
  return rows.flatMap(({ code, box }, index) => {
    if (isEmpty(box)) return [];
    const earlier = [...before, ...rows.slice(0, index)];
    const rest = takeAway(box, earlier);
    if (rest === null) return [incomplete(list)];
    return rest.length > 0 ? [] : [unreachable(`${list}/${index}`, code, culprits(box, earlier))];
  });
}

function takeAway(box: Box, rows: readonly BoxedRow[]): readonly Box[] | null {
  return subtractAll(
    [box],
    rows.map((row) => row.box),
  );
}

/** The rows that it takes to shadow one: without any of them something would be left. */
function culprits(box: Box, earlier: readonly BoxedRow[]): readonly BoxedRow[] {
  let needed = earlier.filter((row) => !isEmpty(intersect(box, row.box)));
  for (const row of needed) {
    const others = needed.filter((other) => other !== row);
    if (takeAway(box, others)?.length === 0) needed = others;
  }
  return needed;
}

function incomplete(pointer: string): RulesetIssue {
  return createReviewIssue('too-many-cases', { pointer, severity: 'warning' });
}

function unreachable(
  pointer: string,
  row: string,
  earlier: readonly { readonly code: string }[],
): RulesetIssue {
  const facts = { row, earlier: earlier.map(({ code }) => code).join(', ') };
  return createReviewIssue('unreachable-row', { pointer, facts });
}

/** The first limit that names the mode of payment counts. */
function shadowedFilingLimits(rows: readonly FilingLimit[]): readonly RulesetIssue[] {
  return rows.flatMap(({ code, payments }, index) => {
    const earlier = rows
      .slice(0, index)
      .filter((row) => row.payments.some((payment) => payments.includes(payment)));
    const isTaken = payments.every((payment) =>
      earlier.some((row) => row.payments.includes(payment)),
    );
    return isTaken ? [unreachable(`/filingLimits/${index}`, code, earlier)] : [];
  });
}

/** Of the limits that fit a dependant the highest counts; of equal ones the first. */
function shadowedAgeLimits(rows: readonly AgeLimit[]): readonly RulesetIssue[] {
  return rows.flatMap((row, index) => {
    const higher = rows.filter(
      (other, place) =>
        other !== row &&
        other.relationship === row.relationship &&
        (!other.student || row.student) &&
        (other.lastAge > row.lastAge || (other.lastAge === row.lastAge && place < index)),
    );
    return higher.length === 0 ? [] : [unreachable(`/ageLimits/${index}`, row.code, higher)];
  });
}
