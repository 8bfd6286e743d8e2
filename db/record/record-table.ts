import { type BulkColumn, column } from '../bulk-insert.ts';

type ColumnType = BulkColumn<never>['type'];

/**
 * A table of immutable row versions (`recorded_revision`, `superseded_revision`). Its subject says
 * what a row is about; with `validFrom`, where the table has one, it names one current row.
 */
export interface RecordTable<Row extends object> {
  readonly name: string;
  readonly subject: readonly BulkColumn<Row>[];
  /** The subject and, in a dated table, the first day: what names one current row. */
  readonly identity: readonly BulkColumn<Row>[];
  readonly columns: readonly BulkColumn<Row>[];
  /** The select list: every column under the name of its property. */
  readonly selection: string;
  subjectOf(row: Row): string;
  /** True when nothing differs. */
  isSame(a: Row, b: Row): boolean;
  /** True when nothing but the dates of validity differs. */
  hasSameContent(a: Row, b: Row): boolean;
}

export interface RecordTableDefinition<Row extends object> {
  readonly name: string;
  readonly subject: readonly (keyof Row & string)[];
  readonly columns: { readonly [Property in keyof Row & string]-?: ColumnType };
}

/** A table from the properties of its rows: `validFrom` is kept in `valid_from`. */
export function recordTable<Row extends object>(
  definition: RecordTableDefinition<Row>,
): RecordTable<Row> {
  const properties = Object.keys(definition.columns) as (keyof Row & string)[];
  const toColumn = (property: keyof Row & string): BulkColumn<Row> =>
    column(toSnake(property), definition.columns[property], (row) => row[property] as never);
  const subject = definition.subject.map(toColumn);
  const dated = 'validFrom' in definition.columns;
  const content = properties.filter((property) => !/^valid(From|To)$/.test(property));
  return {
    name: definition.name,
    subject,
    identity: dated ? [...subject, toColumn('validFrom' as keyof Row & string)] : subject,
    columns: properties.map(toColumn),
    selection: properties.map((name) => `${toSnake(name)} AS "${name}"`).join(', '),
    subjectOf: (row) => fingerprint(row, definition.subject),
    isSame: (a, b) => fingerprint(a, properties) === fingerprint(b, properties),
    hasSameContent: (a, b) => fingerprint(a, content) === fingerprint(b, content),
  };
}

function fingerprint<Row>(row: Row, properties: readonly (keyof Row)[]): string {
  return JSON.stringify(properties.map((property) => row[property]));
}

function toSnake(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
