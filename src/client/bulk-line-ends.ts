/** A place between two lines of a file. */
export interface FilePosition {
  /** Bytes before it. */
  readonly offset: number;
  /** Lines before it. */
  readonly line: number;
}

export interface LineEnds {
  /** Passes content on and remembers where its lines end. */
  follow(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
  /** Where a line is, counted from the beginning of the content; forgets it and those before. */
  answered(line: number): { start: number; position: FilePosition };
}

const LINE_FEED = 10;

/** Remembers only lines that have no answer yet, of content that begins at `from`. */
export function createLineEnds(from: FilePosition): LineEnds {
  const ends: number[] = [];
  let forgotten = 0;
  let last = from.offset;
  let seen = from.offset;
  return {
    async *follow(content) {
      for await (const piece of content) {
        for (let at = piece.indexOf(LINE_FEED); at !== -1; at = piece.indexOf(LINE_FEED, at + 1)) {
          ends.push(seen + at + 1);
        }
        seen += piece.length;
        yield piece;
      }
    },
    answered(line) {
      const index = line - forgotten - 1;
      const start = ends[index - 1] ?? last;
      // The last line of a file may have no line feed.
      last = ends[index] ?? seen;
      ends.splice(0, index + 1);
      forgotten = line;
      return { start, position: { offset: last, line: from.line + line } };
    },
  };
}
