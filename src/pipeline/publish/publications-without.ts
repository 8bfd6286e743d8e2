import type { PublicationRecord } from '#db/record/publication-history.ts';
import type { PublicationRow } from '#db/record/reference-tables.ts';
import { addDays } from '#domain/calendar/arithmetic.ts';

/**
 * The publications of all schemes of a history without those of one version: its days go back to
 * what they had before it was published, and to nothing where they had nothing.
 */
export function publicationsWithout(
  history: readonly PublicationRecord[],
  version: Pick<PublicationRow, 'code' | 'version'>,
): PublicationRow[] {
  const current = history.filter(({ supersededRevision }) => supersededRevision === null);
  const rows = current.flatMap((row) =>
    isOf(row, version) ? heldBefore(row, history) : [toRow(row)],
  );
  return joined(rows);
}

/** Who had the days of a publication before its version came; nobody who was withdrawn since. */
function heldBefore(
  days: PublicationRecord,
  history: readonly PublicationRecord[],
): PublicationRow[] {
  const ofScheme = history.filter(({ scheme }) => scheme === days.scheme);
  const since = Math.min(
    ...ofScheme.filter((row) => isOf(row, days)).map((row) => row.recordedRevision),
  );
  return ofScheme.flatMap((row) => {
    const { recordedRevision: from, supersededRevision: to } = row;
    const part = from < since && (to === null || to >= since) ? common(row, days) : undefined;
    if (part === undefined) return [];
    return row.withdrawn ? heldBefore(part, history) : [toRow(part)];
  });
}

function isOf(
  row: Pick<PublicationRow, 'code' | 'version'>,
  { code, version }: Pick<PublicationRow, 'code' | 'version'>,
): boolean {
  return row.code === code && row.version === version;
}

/** A publication on the days of another only. */
function common(row: PublicationRecord, days: PublicationRow): PublicationRecord | undefined {
  const [, validFrom = ''] = [row.validFrom, days.validFrom].sort();
  const validTo = earlier(row.validTo, days.validTo);
  return validTo !== null && validTo < validFrom ? undefined : { ...row, validFrom, validTo };
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** Publications of one version that follow day on day are one. */
function joined(rows: readonly PublicationRow[]): PublicationRow[] {
  const inOrder = [...rows].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const whole: PublicationRow[] = [];
  for (const row of inOrder) {
    const last = whole.at(-1);
    const follows =
      last?.scheme === row.scheme &&
      isOf(last, row) &&
      last.validTo !== null &&
      addDays(last.validTo, 1) === row.validFrom;
    if (follows) whole[whole.length - 1] = { ...last, validTo: row.validTo };
    else whole.push(row);
  }
  return whole;
}

function placeOf({ scheme, validFrom }: PublicationRow): string {
  return `${scheme} ${validFrom}`;
}

function toRow({ scheme, code, version, validFrom, validTo }: PublicationRow): PublicationRow {
  return { scheme, code, version, validFrom, validTo };
}
