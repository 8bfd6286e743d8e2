import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { AppError } from '#src/errors.ts';
import { decodeFile } from './decode-file.ts';
import { MAX_ROW_LENGTH, type RawRow, withoutEmpty } from './raw-row.ts';

/** The columns that a kind of file has. */
export interface Columns {
  readonly all: readonly string[];
  readonly required: readonly string[];
}

/** The rows of a CSV with a header, separated by commas or semicolons. */
export async function* readCsv(path: string, columns: Columns): AsyncGenerator<RawRow> {
  let header: string[] | undefined;
  let row = 0;
  for await (const cells of readCells(path)) {
    if (header === undefined) {
      header = cells.map((cell) => cell.trim());
      assertHeader(header, columns);
      continue;
    }
    row += 1;
    yield { row, fields: cells.length === header.length ? toFields(header, cells) : undefined };
  }
  if (header === undefined) throw new AppError('input-invalid', 'The file is empty.');
}

async function* readCells(path: string): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter: await findDelimiter(path),
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_LENGTH,
  });
  // The iteration below sees every error: the pipeline destroys the parser with it.
  pipeline(Readable.from(decodeFile(path)), parser, () => {});
  try {
    for await (const cells of parser) yield cells as string[];
  } catch (error) {
    throw error instanceof CsvError ? brokenQuote(parser.info.lines) : error;
  }
}

/** No cause is kept: the parser's message repeats the cell. */
function brokenQuote(line: number): AppError {
  const message = `The CSV cannot be read after line ${line}: a quote is not in its place or not \
closed. Rows before it may be imported; correct the file and import it again.`;
  return new AppError('input-unreadable', message);
}

async function findDelimiter(path: string): Promise<',' | ';'> {
  for await (const text of decodeFile(path)) {
    const [line = ''] = text.split('\n', 1);
    return line.split(';').length > line.split(',').length ? ';' : ',';
  }
  return ',';
}

/** What is not known is told by its place: a file without a header begins with people. */
function assertHeader(header: readonly string[], { all, required }: Columns): void {
  const missing = required.filter((name) => !header.includes(name));
  const unknown = header.flatMap((name, at) => (all.includes(name) ? [] : [at + 1]));
  const repeated = all.filter((name) => header.indexOf(name) !== header.lastIndexOf(name));
  const problems = [
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`not known: column ${unknown.join(', ')}`] : []),
    ...(repeated.length > 0 ? [`twice: ${repeated.join(', ')}`] : []),
  ];
  if (problems.length === 0) return;
  throw new AppError(
    'input-invalid',
    `Correct the header (${problems.join('; ')}). The columns are ${all.join(', ')}.`,
  );
}

function toFields(header: readonly string[], cells: readonly string[]): Record<string, unknown> {
  return withoutEmpty(Object.fromEntries(header.map((name, at) => [name, cells[at]])));
}
