import type { RecordTable } from '#db/record/record-table.ts';
import type { Validity } from '#db/record/reference-tables.ts';
import { addDays } from '#domain/calendar/arithmetic.ts';

/** What a row of a file does to what is on record about its subject. */
export type Placement =
  | 'new'
  /** A later or earlier version beside those on record. */
  | 'new-version'
  /** Replaces what was recorded for the same dates. */
  | 'correction'
  | 'unchanged'
  | 'overlap';

export interface Placed<Row> {
  readonly placement: Placement;
  /** All current rows of the subject afterwards. */
  readonly rows: readonly Row[];
}

/** Puts one row among the current rows of its subject; pure. */
export type PlaceRow<Row extends object> = (
  table: RecordTable<Row>,
  current: readonly Row[],
  row: Row,
) => Placed<Row>;

/** For subjects with one row and no dates: another content replaces it. */
export function placeSingle<Row extends object>(
  table: RecordTable<Row>,
  current: readonly Row[],
  row: Row,
): Placed<Row> {
  const [existing] = current;
  if (existing === undefined) return { placement: 'new', rows: [row] };
  if (table.isSame(existing, row)) return { placement: 'unchanged', rows: current };
  return { placement: 'correction', rows: [row] };
}

/**
 * For periods that a file states in full (rights, affiliations): the same first day corrects a
 * period, and a period that would overlap another one is refused.
 */
export function placePeriod<Row extends object & Validity>(
  table: RecordTable<Row>,
  current: readonly Row[],
  row: Row,
): Placed<Row> {
  const others = current.filter(({ validFrom }) => validFrom !== row.validFrom);
  const existing = current.find(({ validFrom }) => validFrom === row.validFrom);
  if (existing !== undefined && table.isSame(existing, row)) {
    return { placement: 'unchanged', rows: current };
  }
  if (others.some((other) => overlaps(other, row))) return { placement: 'overlap', rows: current };
  return { placement: existing === undefined ? 'new' : 'correction', rows: [...others, row] };
}

/**
 * For versions (prices, acts, tariffs): a row without a last day holds until the next version,
 * and the version that it follows ends the day before. The same first day corrects a version.
 */
export function placeVersion<Row extends object & Validity>(
  table: RecordTable<Row>,
  current: readonly Row[],
  row: Row,
): Placed<Row> {
  const next = nextAfter(current, row.validFrom);
  const untilNext = next === undefined ? null : addDays(next.validFrom, -1);
  const version = { ...row, validTo: row.validTo ?? untilNext };
  if (next !== undefined && overlaps(version, next)) return { placement: 'overlap', rows: current };
  const holding = current.find((other) => contains(other, row.validFrom));
  if (holding === undefined) {
    const placement = current.length === 0 ? 'new' : 'new-version';
    return { placement, rows: [...current, version] };
  }
  if (table.hasSameContent(holding, version) && holding.validTo === version.validTo) {
    return { placement: 'unchanged', rows: current };
  }
  const others = current.filter((other) => other !== holding);
  if (holding.validFrom === row.validFrom) {
    return { placement: 'correction', rows: [...others, version] };
  }
  const closed = { ...holding, validTo: addDays(row.validFrom, -1) };
  return { placement: 'new-version', rows: [...others, closed, version] };
}

/**
 * For a file that says what holds from one date on, and knows no earlier dates: a date before all
 * that is on record corrects the first version, which then begins on that date.
 */
export function placeSnapshot<Row extends object & Validity>(
  table: RecordTable<Row>,
  current: readonly Row[],
  row: Row,
): Placed<Row> {
  const next = nextAfter(current, row.validFrom);
  const isHeld = current.some((other) => contains(other, row.validFrom));
  if (next === undefined || isHeld) return placeVersion(table, current, row);
  const others = current.filter((other) => other !== next);
  return { placement: 'correction', rows: [...others, { ...row, validTo: next.validTo }] };
}

function nextAfter<Row extends Validity>(rows: readonly Row[], date: string): Row | undefined {
  const later = rows.filter(({ validFrom }) => validFrom > date);
  return later.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0];
}

function contains({ validFrom, validTo }: Validity, date: string): boolean {
  return validFrom <= date && (validTo === null || date <= validTo);
}

function overlaps(a: Validity, b: Validity): boolean {
  const [first, second] = a.validFrom <= b.validFrom ? [a, b] : [b, a];
  return first.validTo === null || first.validTo >= second.validFrom;
}
