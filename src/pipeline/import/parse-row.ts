import type { z } from 'zod';
import { type Finding, type ImportCode, refusal } from './import-issue.ts';
import { IMPORT_SENTENCES } from './messages/import-sentences.ts';
import type { Columns } from './source/read-csv.ts';

export type ParsedRow<Record> =
  | { readonly record: Record }
  | { readonly refused: readonly Finding[] };

type Fields = Readonly<globalThis.Record<string, unknown>>;

/** Reads the fields of a row, or says everything that is wrong with them. */
export function parseRow<Schema extends z.ZodObject>(
  schema: Schema,
  fields: Fields,
): ParsedRow<z.output<Schema>> {
  const read = schema.safeParse(fields);
  if (read.success) return { record: read.data };
  return { refused: read.error.issues.map((issue) => toFinding(issue, fields)) };
}

/** The columns of a kind of file: the properties of its schema. */
export function columnsOf(schema: z.ZodObject): Columns {
  const all = Object.keys(schema.shape);
  const isRequired = (name: string) =>
    !(schema.shape[name] as z.ZodType).safeParse(undefined).success;
  return { all, required: all.filter(isRequired) };
}

function toFinding(issue: z.core.$ZodIssue, fields: Fields): Finding {
  // The name of an unknown field is the sender's own text, so it is not repeated.
  if (issue.code === 'unrecognized_keys') return refusal('unknown-field');
  const field = String(issue.path[0] ?? '');
  if (fields[field] === undefined) return refusal('required', field);
  return refusal(codeOf(issue.message), field);
}

function codeOf(message: string): ImportCode {
  return Object.hasOwn(IMPORT_SENTENCES, message) ? (message as ImportCode) : 'not-valid';
}
