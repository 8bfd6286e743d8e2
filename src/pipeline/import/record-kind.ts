import type { z } from 'zod';
import type { Queryable } from '#db/client.ts';
import type { RecordTable } from '#db/record/record-table.ts';
import type { RevisionKind } from '#db/record/revision.ts';
import type { Finding } from './import-issue.ts';
import type { PlaceRow } from './place-row.ts';

export const IMPORT_KINDS = [
  'medicines',
  'acts',
  'tariffs',
  'scheme-management',
  'providers',
  'provider-activity',
  'insured',
  'dependants',
  'affiliations',
  'entitlements',
  'certificates',
  'accounts',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a whole import is told, beside its rows. */
export interface ImportTerms {
  /** The first day on which rows without dates of their own hold. */
  readonly effectiveOn: string | undefined;
}

export type Resolved<Row> =
  | { readonly row: Row; readonly findings?: readonly Finding[] }
  | { readonly refused: Finding };

/** How one kind of file becomes rows of the record. */
export interface RecordKind<Schema extends z.ZodObject, Row extends object> {
  readonly name: ImportKind;
  readonly revision: RevisionKind;
  readonly table: RecordTable<Row>;
  /** Its properties are the columns of the file. */
  readonly schema: Schema;
  /** What a row is about and from when: a file has one row for it. */
  key(record: z.output<Schema>): string;
  /** What can be said of a row by itself. */
  check?(record: z.output<Schema>): readonly Finding[];
  /** Rows of the record for the rows of a batch, one for each; the record is locked. */
  resolve(
    tx: Queryable,
    records: readonly z.output<Schema>[],
    terms: ImportTerms,
  ): Promise<readonly Resolved<Row>[]>;
  readonly place: PlaceRow<Row>;
}
