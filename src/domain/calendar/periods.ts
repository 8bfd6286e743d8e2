import type { CalendarDate } from './calendar-date.ts';

/** A row with the dates on which it is valid, first and last included; null is an open end. */
export interface Dated<Row> {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly row: Row;
}

/** The rows of each key, latest first; throws when two rows of a key begin on the same day. */
export function indexByKey<Row>(
  rows: readonly Row[],
  describe: (row: Row) => { key: string; from: CalendarDate; to: CalendarDate | null },
): Map<string, Dated<Row>[]> {
  const index = new Map<string, Dated<Row>[]>();
  for (const row of rows) {
    const { key, from, to } = describe(row);
    const versions = index.get(key);
    if (versions === undefined) index.set(key, [{ from, to, row }]);
    else versions.push({ from, to, row });
  }
  for (const [key, versions] of index) sortLatestFirst(key, versions);
  return index;
}

function sortLatestFirst<Row>(key: string, versions: Dated<Row>[]): void {
  versions.sort((a, b) => (a.from < b.from ? 1 : -1));
  for (let i = 1; i < versions.length; i += 1) {
    if (versions[i]?.from === versions[i - 1]?.from) {
      throw new RangeError(`two versions of ${key} begin on ${versions[i]?.from}`);
    }
  }
}

/** The row in force on a date: the latest to begin among those that are valid. */
export function inForce<Row>(
  versions: readonly Dated<Row>[] | undefined,
  date: CalendarDate,
): Row | undefined {
  if (versions === undefined) return undefined;
  for (const version of versions) {
    if (version.from <= date && (version.to === null || date <= version.to)) return version.row;
  }
  return undefined;
}
