import { isConnectionLoss } from '#db/client.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { AppError } from '#src/errors.ts';
import { HttpError } from './http-error.ts';
import { PROBLEM_SENTENCES } from './problem-sentences.ts';
import { PROBLEM_STATUS, type ProblemCode } from './problem-status.ts';

/** An answer of the kind application/problem+json (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly [member: string]: unknown;
}

export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ProblemPlace {
  /** Of the request; support finds its log by it. */
  readonly requestId: string;
  readonly language: Language;
}

/** The answer to whatever was thrown; what is not known says nothing but `internal`. */
export function toProblem(error: unknown, { requestId, language }: ProblemPlace): ProblemAnswer {
  const code = codeOf(error);
  const http = error instanceof HttpError ? error : undefined;
  const sentence = PROBLEM_SENTENCES[code];
  const problem: Problem = {
    type: `/problems/${code}`,
    title: sentence.title[language],
    status: PROBLEM_STATUS[code],
    detail: detailOf(error, code, language),
    instance: `urn:uuid:${requestId}`,
    ...(http?.errors === undefined ? {} : { errors: http.errors }),
    ...http?.members,
  };
  return { problem, headers: { ...DEFAULT_HEADERS[code], ...http?.headers } };
}

const DEFAULT_HEADERS: Partial<Record<ProblemCode, Readonly<Record<string, string>>>> = {
  unauthenticated: { 'WWW-Authenticate': 'Bearer realm="tasfiya"' },
  'in-progress': { 'Retry-After': '1' },
  'database-unavailable': { 'Retry-After': '5' },
  'queue-unavailable': { 'Retry-After': '5' },
  overloaded: { 'Retry-After': '5' },
};

/** Errors of Express and its router carry a status of their own: a path that is not decodable. */
function codeOf(error: unknown): ProblemCode {
  if (error instanceof HttpError || error instanceof AppError) return error.code;
  if (isConnectionLoss(error)) return 'database-unavailable';
  const { status } = error as { status?: unknown };
  return status === 400 ? 'request-malformed' : 'internal';
}

/** The message of an operational error is English, and says more than the general sentence. */
function detailOf(error: unknown, code: ProblemCode, language: Language): string {
  const isOurs = error instanceof AppError && PROBLEM_STATUS[code] < 500;
  return isOurs && language === 'en' ? error.message : PROBLEM_SENTENCES[code].detail[language];
}
