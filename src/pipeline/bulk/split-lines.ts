/** A line of a body; blank ones are counted and left out. */
export interface BodyLine {
  /** Of the body, from 1. */
  readonly number: number;
  /** Without its line feed; a view of what arrived. Undefined where the line was too long. */
  readonly bytes: Uint8Array | undefined;
}

export interface LineSplitter {
  /** The lines that end in this piece of the body. */
  push(piece: Uint8Array): BodyLine[];
  /** What stands after the last line feed. */
  end(): BodyLine[];
}

const LINE_FEED = 10;

/**
 * Splits a body that arrives in pieces. Only a line that spans pieces is copied, once; what is
 * beyond `maxLength` bytes of a line is dropped as it arrives, so that memory stays bounded.
 */
export function createLineSplitter(maxLength: number): LineSplitter {
  let number = 0;
  let begun: Uint8Array[] = [];
  let length = 0;

  function keep(part: Uint8Array): void {
    length += part.length;
    if (length > maxLength) begun = [];
    else begun.push(part);
  }

  function finish(part: Uint8Array, lines: BodyLine[]): void {
    number += 1;
    const isWhole = length === 0;
    if (!isWhole) keep(part);
    if (Math.max(length, part.length) > maxLength) lines.push({ number, bytes: undefined });
    else {
      const bytes = isWhole ? part : Buffer.concat(begun);
      if (!isBlank(bytes)) lines.push({ number, bytes });
    }
    begun = [];
    length = 0;
  }

  return {
    push(piece) {
      const lines: BodyLine[] = [];
      let start = 0;
      for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, start)) {
        finish(piece.subarray(start, end), lines);
        start = end + 1;
      }
      if (start < piece.length) keep(piece.subarray(start));
      return lines;
    },
    end() {
      const lines: BodyLine[] = [];
      if (length > 0) finish(new Uint8Array(), lines);
      return lines;
    },
  };
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
}
