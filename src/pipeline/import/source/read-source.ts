import { extname } from 'node:path';
import { AppError } from '#src/errors.ts';
import { type RawRow, withoutEmpty } from './raw-row.ts';
import { type Columns, readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A path (.csv, .ndjson, .jsonl), or rows with the same field names as a file has. */
export type ImportSource = string | Iterable<Fields> | AsyncIterable<Fields>;

/** The rows of a source, one at a time. */
export function readSource(source: ImportSource, columns: Columns): AsyncGenerator<RawRow> {
  if (typeof source !== 'string') return readGiven(source);
  switch (extname(source).toLowerCase()) {
    case '.csv':
      return readCsv(source, columns);
    case '.ndjson':
    case '.jsonl':
      return readNdjson(source);
    default:
      throw new AppError('input-invalid', 'Give a file whose name ends in .csv or .ndjson.');
  }
}

async function* readGiven(source: Iterable<Fields> | AsyncIterable<Fields>) {
  let row = 0;
  for await (const fields of source) {
    row += 1;
    yield { row, fields: withoutEmpty(fields) };
  }
}
