import { createHash } from 'node:crypto';

/** One care sheet of a file, its bytes untouched: what is wrong with them is for the API to say. */
export interface SheetContent {
  /** Of the file, from 1. */
  readonly line: number;
  readonly bytes: Uint8Array;
}

/**
 * The care sheets of a file: one of JSON, or one a line (NDJSON). It is NDJSON when it has several
 * lines and the first one is a whole JSON text.
 */
export function splitSheets(bytes: Uint8Array): SheetContent[] {
  const lines = splitLines(bytes);
  const [first] = lines;
  if (first === undefined) return [];
  return lines.length > 1 && isJson(first.bytes) ? lines : [{ line: 1, bytes }];
}

/**
 * An Idempotency-Key that says what the sheet says: sending the same bytes again is harmless.
 * Blanks around them make no difference, so that a file and a line of another file may agree.
 */
export function contentKey(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(trim(bytes)).digest('hex');
  return `sha256-${hash}`;
}

const LINE_FEED = 10;

/** All lines that are not blank; no line feed stands inside a character of UTF-8. */
function splitLines(bytes: Uint8Array): SheetContent[] {
  const lines: SheetContent[] = [];
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found;
    const content = trim(bytes.subarray(start, end));
    if (content.length > 0) lines.push({ line, bytes: content });
    start = end + 1;
  }
  return lines;
}

function trim(bytes: Uint8Array): Uint8Array {
  const isBlank = (byte: number | undefined) =>
    byte === 32 || byte === 9 || byte === 13 || byte === LINE_FEED;
  let [start, end] = [0, bytes.length];
  while (start < end && isBlank(bytes[start])) start += 1;
  while (end > start && isBlank(bytes[end - 1])) end -= 1;
  return bytes.subarray(start, end);
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}
