import { AppError } from '#src/errors.ts';
import { scanJson } from '#src/intake/scan-json.ts';
import { decodeFile } from './decode-file.ts';
import { MAX_ROW_LENGTH, type RawRow, withoutEmpty } from './raw-row.ts';

/** The rows of a file with one JSON object a line; empty lines are passed over. */
export async function* readNdjson(path: string): AsyncGenerator<RawRow> {
  let row = 0;
  for await (const line of readLines(path)) {
    if (line.trim() === '') continue;
    row += 1;
    yield { row, fields: toFields(line) };
  }
}

function toFields(line: string): Record<string, unknown> | undefined {
  const scan = scanJson(Buffer.from(line));
  if (!scan.ok || typeof scan.value !== 'object' || scan.value === null) return undefined;
  return Array.isArray(scan.value) ? undefined : withoutEmpty({ ...scan.value });
}

async function* readLines(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const text of decodeFile(path)) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length <= MAX_ROW_LENGTH) continue;
    throw new AppError(
      'input-unreadable',
      `A line is longer than ${MAX_ROW_LENGTH} characters: give one JSON object a line.`,
    );
  }
  yield rest;
}
