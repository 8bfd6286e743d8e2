import type { Queryable } from './client.ts';

type Value = string | number | boolean | Date | null;

/** A column of a bulk insert: its name, its Postgres type, and its value in each row. */
export interface BulkColumn<Row> {
  readonly name: string;
  readonly type: 'bigint' | 'integer' | 'text' | 'text[]' | 'date' | 'timestamptz' | 'boolean';
  readonly value: (row: Row) => Value | readonly string[];
}

/** Shorthand for one column. */
export function column<Row>(
  name: string,
  type: BulkColumn<Row>['type'],
  value: BulkColumn<Row>['value'],
): BulkColumn<Row> {
  return { name, type, value };
}

/** Inserts any number of rows with one statement and one array a column. */
export async function bulkInsert<Row>(
  tx: Queryable,
  table: string,
  rows: readonly Row[],
  columns: readonly BulkColumn<Row>[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(insertText(table, columns), columnArrays(rows, columns));
}

function insertText<Row>(table: string, columns: readonly BulkColumn<Row>[]): string {
  const names = columns.map(({ name }) => name);
  const values = columns.map(({ name, type }) => (type === 'text[]' ? `${name}::text[]` : name));
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')}
    FROM unnest(${arrayParameters(columns)}) AS rows (${names.join(', ')})`;
}

/** `$1::bigint[], $2::text[]`: what `columnArrays` fills. */
export function arrayParameters<Row>(columns: readonly BulkColumn<Row>[]): string {
  // An array of arrays must be rectangular in Postgres, so inner arrays travel as literals.
  const typeOf = (type: string) => (type === 'text[]' ? 'text' : type);
  return columns.map(({ type }, index) => `$${index + 1}::${typeOf(type)}[]`).join(', ');
}

export function columnArrays<Row>(
  rows: readonly Row[],
  columns: readonly BulkColumn<Row>[],
): Value[][] {
  return columns.map(({ value }) =>
    rows.map((row) => {
      const item = value(row);
      return Array.isArray(item) ? textArrayLiteral(item) : (item as Value);
    }),
  );
}

function textArrayLiteral(items: readonly string[]): string {
  const quoted = items.map((item) => `"${item.replace(/(["\\])/g, '\\$1')}"`);
  return `{${quoted.join(',')}}`;
}
