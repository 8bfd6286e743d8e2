import type { BodyLine } from '#src/pipeline/bulk/split-lines.ts';
import { HttpError } from '../problems/http-error.ts';
import { type Problem, type ProblemPlace, toProblem } from '../problems/problem.ts';
import { readSubmission } from './read-submission.ts';

/** A line in which no care sheet stands. */
export interface WrongLine {
  readonly line: number;
  readonly problem: Problem;
}

/** Reads a line as the body of a single POST; never throws for what stands in it. */
export function readLine<Item extends object>(
  { number: line, bytes }: BodyLine,
  place: ProblemPlace,
  make: (submitted: ReturnType<typeof readSubmission>) => Item,
): (Item & { readonly line: number }) | WrongLine {
  try {
    if (bytes === undefined) throw new HttpError('body-too-large');
    return { line, ...make(readSubmission(bytes, place.language)) };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return { line, problem: toProblem(error, place).problem };
  }
}
