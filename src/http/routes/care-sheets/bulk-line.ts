import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { casablancaDate } from '#src/clock.ts';
import { createIssue, type Issue } from '#src/intake/issue.ts';
import { toCareSheet } from '#src/intake/to-care-sheet.ts';
import type { UploadedSheet, UploadResult } from '#src/pipeline/bulk/open-upload.ts';
import type { BodyLine } from '#src/pipeline/bulk/split-lines.ts';
import { HttpError } from '../../problems/http-error.ts';
import { type ProblemPlace, toProblem } from '../../problems/problem.ts';
import { readLine, type WrongLine } from '../../request/read-line.ts';
import type { BulkLine } from './bulk-schemas.ts';

/** A line that was read: a sheet to store, or what is wrong with it. */
export type ReadSheet =
  | { readonly line: number; readonly uploaded: UploadedSheet; readonly warnings: readonly Issue[] }
  | WrongLine;

export function readSheet(line: BodyLine, place: ProblemPlace, now: Date): ReadSheet {
  return readLine(line, place, ({ submission, warnings, document, bodyHash }) => {
    const sheet = toCareSheet(submission, casablancaDate(now));
    return { warnings, uploaded: { bodyHash, document, sheet, receivedAt: now } };
  });
}

/** The result of a line: of its sheet, where there was one to store. */
export function answerLine(
  read: ReadSheet,
  result: UploadResult | undefined,
  place: ProblemPlace,
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
