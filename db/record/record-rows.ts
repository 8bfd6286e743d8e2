import { arrayParameters, type BulkColumn, bulkInsert, columnArrays } from '../bulk-insert.ts';
import type { Queryable } from '../client.ts';
import type { RecordTable } from './record-table.ts';

/** The rows that are not superseded, of all subjects of the rows that are given. */
export async function readCurrentRows<Row extends object>(
  tx: Queryable,
  table: RecordTable<Row>,
  about: readonly Row[],
): Promise<Row[]> {
  const subjects = [...new Map(about.map((row) => [table.subjectOf(row), row])).values()];
  const { rows } = await tx.query<Row>(
    `SELECT ${table.selection} FROM ${table.name}
     WHERE (${namesOf(table.subject)}) IN (SELECT * FROM unnest(${arrayParameters(table.subject)}))
       AND superseded_revision IS NULL
     ORDER BY ${namesOf(table.identity)}`,
    columnArrays(subjects, table.subject),
  );
  return rows;
}

export interface RecordChanges<Row> {
  readonly superseded: readonly Row[];
  readonly inserted: readonly Row[];
}

/** Closes and adds rows under a revision. The record must be locked; see `openRevision`. */
export async function saveChanges<Row extends object>(
  tx: Queryable,
  table: RecordTable<Row>,
  { superseded, inserted, revision }: RecordChanges<Row> & { readonly revision: number },
): Promise<void> {
  // First what ends, or the constraints would see two rows in force on one day.
  await supersede(tx, table, { rows: superseded, revision });
  await bulkInsert(
    tx,
    table.name,
    inserted.map((row) => ({ ...row, recordedRevision: revision })),
    [
      ...(table.columns as readonly BulkColumn<Row & { recordedRevision: number }>[]),
      {
        name: 'recorded_revision',
        type: 'bigint',
        value: ({ recordedRevision }) => recordedRevision,
      },
    ],
  );
}

async function supersede<Row extends object>(
  tx: Queryable,
  table: RecordTable<Row>,
  { rows, revision }: { rows: readonly Row[]; revision: number },
): Promise<void> {
  if (rows.length === 0) return;
  const { rowCount } = await tx.query(
    `UPDATE ${table.name} SET superseded_revision = $${table.identity.length + 1}
     WHERE (${namesOf(table.identity)})
       IN (SELECT * FROM unnest(${arrayParameters(table.identity)}))
       AND superseded_revision IS NULL`,
    [...columnArrays(rows, table.identity), revision],
  );
  if (rowCount !== rows.length) throw new Error(`${table.name} changed although it was locked`);
}

function namesOf<Row>(columns: readonly BulkColumn<Row>[]): string {
  return columns.map(({ name }) => name).join(', ');
}
