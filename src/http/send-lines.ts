import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { headersOf } from './send-answer.ts';

export interface LinesAnswer {
  readonly status: number;
  /** Pages of values; each value becomes one line of JSON. */
  readonly lines: AsyncIterable<readonly unknown[]>;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Sends lines of JSON in constant memory: the next page is asked for when the caller has taken
 * the one before. The first page is read before the status goes out, so that what fails at once
 * is still answered with a problem; a later failure cuts the connection.
 */
export async function sendLines(response: Response, answer: LinesAnswer): Promise<void> {
  const pages = answer.lines[Symbol.asyncIterator]();
  const first = await pages.next();
  const headers = headersOf(response, answer);
  headers.push('Content-Type', 'application/x-ndjson; charset=utf-8');
  response.writeHead(answer.status, headers);
  try {
    await pipeline(
      Readable.from(toText(first, pages), { objectMode: true, highWaterMark: 1 }),
      response,
    );
  } catch (error) {
    // A caller that goes away in mid-answer is no failure of ours.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

async function* toText(
  first: IteratorResult<readonly unknown[]>,
  pages: AsyncIterator<readonly unknown[]>,
): AsyncGenerator<string> {
  try {
    for (let page = first; page.done !== true; page = await pages.next()) {
      if (page.value.length === 0) continue;
      yield `${page.value.map((value) => JSON.stringify(value)).join('\n')}\n`;
    }
  } finally {
    await pages.return?.();
  }
}
