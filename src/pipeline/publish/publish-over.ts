import type { PublicationRow } from '#db/record/reference-tables.ts';
import { daysLeft } from '#domain/calendar/days-left.ts';

/**
 * The publications of a scheme after a further one: what was published before keeps the days
 * that the new one does not cover, so no day of care has two rulesets, and none loses its own.
 */
export function publishOver(
  current: readonly PublicationRow[],
  next: PublicationRow,
): PublicationRow[] {
  return [...current.flatMap((row) => remainders(row, next)), next];
}

/** The same for several schemes at once, with one further publication each. */
export function publishAllOver(
  current: readonly PublicationRow[],
  wanted: readonly PublicationRow[],
): PublicationRow[] {
  return wanted.flatMap((next) =>
    publishOver(
      current.filter(({ scheme }) => scheme === next.scheme),
      next,
    ),
  );
}

/** What of a publication lies before the next one, and what after it. */
function remainders(row: PublicationRow, next: PublicationRow): PublicationRow[] {
  const days = { from: row.validFrom, to: row.validTo };
  const left = daysLeft(days, { from: next.validFrom, to: next.validTo });
  return left.map(({ from, to }) => ({ ...row, validFrom: from, validTo: to }));
}
