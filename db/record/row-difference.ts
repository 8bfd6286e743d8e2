import type { RecordChanges } from './record-rows.ts';
import type { RecordTable } from './record-table.ts';

/** What ends and what is new between two states of the current rows of one subject; pure. */
export function rowDifference<Row extends object>(
  table: RecordTable<Row>,
  before: readonly Row[],
  after: readonly Row[],
): RecordChanges<Row> {
  const without = (rows: readonly Row[], others: readonly Row[]) =>
    rows.filter((row) => !others.some((other) => table.isSame(row, other)));
  return { superseded: without(before, after), inserted: without(after, before) };
}
