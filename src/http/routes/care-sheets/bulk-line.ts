import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { casablancaDate } from '#src/clock.ts';
import { createIssue, type Issue } from '#src/intake/issue.ts';
import { toCareSheet } from '#src/intake/to-care-sheet.ts';
import type { UploadedSheet, UploadResult } from '#src/pipeline/bulk/open-upload.ts';
import type { BodyLine } from '#src/pipeline/bulk/split-lines.ts';
import { HttpError } from '../../problems/http-error.ts';
import { toProblem } from '../../problems/problem.ts';
import { readSubmission } from '../../request/read-submission.ts';
import type { BulkLine, BulkProblem } from './bulk-schemas.ts';

/** A line that was read: a sheet to store, or what is wrong with it. */
export type ReadLine =
  | { readonly line: number; readonly uploaded: UploadedSheet; readonly warnings: readonly Issue[] }
  | { readonly line: number; readonly problem: BulkProblem };

export interface LinePlace {
  readonly requestId: string;
  readonly language: Language;
}

/** Reads a line as the body of a single POST; never throws for what stands in it. */
export function readLine({ number: line, bytes }: BodyLine, place: LinePlace, now: Date): ReadLine {
  try {
    if (bytes === undefined) throw new HttpError('body-too-large');
    const { submission, warnings, document, bodyHash } = readSubmission(bytes, place.language);
    const sheet = toCareSheet(submission, casablancaDate(now));
    return { line, warnings, uploaded: { bodyHash, document, sheet, receivedAt: now } };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return { line, problem: toProblem(error, place).problem };
  }
}

/** The result of a line: of its sheet, where there was one to store. */
export function answerLine(
  read: ReadLine,
  result: UploadResult | undefined,
  place: LinePlace,
): BulkLine {
  const { line } = read;
  if ('problem' in read) return { line, status: read.problem.status, problem: read.problem };
  const { number } = read.uploaded.sheet;
  if (result?.kind === 'accepted' || result?.kind === 'replayed') {
    const { id } = result;
    return {
      ...{ line, number, status: 202, id },
      ...(result.kind === 'replayed' ? { idempotencyHit: true } : {}),
      ...(read.warnings.length > 0 ? { warnings: [...read.warnings] } : {}),
    };
  }
  const { problem } = toProblem(refusalOf(result, place.language), place);
  return { line, number, status: problem.status, problem };
}

function refusalOf(result: UploadResult | undefined, language: Language): HttpError {
  switch (result?.kind) {
    case 'number-taken':
      return new HttpError('number-taken', { members: { id: result.id } });
    case 'unknown-fund': {
      const issue = createIssue('unknown-fund', { pointer: '/fund', language });
      return new HttpError('input-invalid', { errors: [issue] });
    }
    default:
      return new HttpError('in-progress');
  }
}
