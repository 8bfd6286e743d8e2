import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '#src/errors.ts';
import { createLineEnds, type FilePosition } from './bulk-line-ends.ts';
import type { BulkResult } from './bulk-request.ts';

/** A result with the place of its line in the file. */
export interface AnsweredLine {
  readonly result: BulkResult;
  /** Where the line begins, in bytes. */
  readonly start: number;
  /** Where the next one begins: from here on nothing has an answer. */
  readonly position: FilePosition;
}

export interface BulkUpload {
  readonly file: string;
  readonly from: FilePosition;
  readonly send: (body: Readable) => AsyncIterable<BulkResult>;
  /** Told before it waits to try again. */
  readonly onRetry?: (error: AppError, seconds: number) => void;
}

const ATTEMPTS = 6;
const LONGEST_WAIT_S = 30;

/**
 * Sends the lines of a file from a position on, in constant memory. When the API or the way to
 * it fails it waits and goes on after the last answered line; throws when nothing moves any more.
 */
export async function* uploadFile(upload: BulkUpload): AsyncGenerator<AnsweredLine> {
  let { from } = upload;
  for (let failures = 0; ; ) {
    try {
      for await (const answered of sendFrom(upload, from)) {
        failures = 0;
        from = answered.position;
        yield answered;
      }
      return;
    } catch (error) {
      failures += 1;
      if (!(error instanceof AppError && error.retryable) || failures > ATTEMPTS) throw error;
      const seconds = Math.min(2 ** (failures - 1) / 2, LONGEST_WAIT_S);
      upload.onRetry?.(error, seconds);
      await delay(seconds * 1000);
    }
  }
}

async function* sendFrom(
  { file, send }: BulkUpload,
  from: FilePosition,
): AsyncGenerator<AnsweredLine> {
  const ends = createLineEnds(from);
  const content = createReadStream(file, { start: from.offset });
  const body = Readable.from(ends.follow(content), { objectMode: false });
  try {
    for await (const result of send(body)) yield { result, ...ends.answered(result.line) };
  } finally {
    content.destroy();
  }
}
