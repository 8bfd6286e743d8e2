import type { Queryable } from './client.ts';
import { prepared } from './prepared.ts';
import type { Statement } from './statement.ts';

type Value = string | number | boolean | Date | null;

/**
 * A column of a bulk insert: its name, its Postgres type, and its value in each row. `json` is
 * text that is valid JSON and never null, which travels without quoting.
 */
export interface BulkColumn<Row> {
  readonly name: string;
  readonly type:
    | 'bigint'
    | 'integer'
    | 'text'
    | 'text[]'
    | 'json'
    | 'date'
    | 'timestamptz'
    | 'boolean';
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
  if (rows.length > 0) await tx.query({ ...bulkStatement(table, rows, columns) });
}

/** The same, to be sent with others; there must be rows. */
export function bulkStatement<Row>(
  table: string,
  rows: readonly Row[],
  columns: readonly BulkColumn<Row>[],
): Statement {
  return { ...prepared(insertText(table, columns)), values: columnArrays(rows, columns) };
}

function insertText<Row>(table: string, columns: readonly BulkColumn<Row>[]): string {
  const names = columns.map(({ name }) => name);
  const values = columns.map(({ name, type }) => (type === 'text[]' ? `${name}::text[]` : name));
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')}
    FROM unnest(${arrayParameters(columns)}) AS rows (${names.join(', ')})`;
}

/** A control character, which JSON can hold in no place. */
const BETWEEN = '\x1e';

/** `$1::bigint[], $2::text[]`: what `columnArrays` fills. */
export function arrayParameters<Row>(columns: readonly BulkColumn<Row>[]): string {
  return columns.map(({ type }, index) => arrayParameter(type, index + 1)).join(', ');
}

function arrayParameter(type: BulkColumn<never>['type'], place: number): string {
  if (type === 'json') return `string_to_array($${place}::text, chr(30))`;
  // An array of arrays must be rectangular in Postgres, so inner arrays travel as literals.
  return `$${place}::${type === 'text[]' ? 'text' : type}[]`;
}

/** Literals written by hand: the driver's own take several times as long. */
export function columnArrays<Row>(
  rows: readonly Row[],
  columns: readonly BulkColumn<Row>[],
): string[] {
  return columns.map((of) => (of.type === 'json' ? joined(rows, of) : literal(rows, of)));
}

function joined<Row>(rows: readonly Row[], { value }: BulkColumn<Row>): string {
  return rows.map(value).join(BETWEEN);
}

function literal<Row>(rows: readonly Row[], { value }: BulkColumn<Row>): string {
  let text = '{';
  for (const row of rows) text += `${text === '{' ? '' : ','}${toElement(value(row))}`;
  return `${text}}`;
}

function toElement(item: Value | readonly string[]): string {
  if (typeof item === 'string') return quote(item);
  if (item === null) return 'NULL';
  if (typeof item !== 'object') return String(item);
  if (item instanceof Date) return quote(item.toISOString());
  return quote(`{${item.map(quote).join(',')}}`);
}

const SPECIAL = /["\\]/;

function quote(text: string): string {
  return SPECIAL.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;
}
