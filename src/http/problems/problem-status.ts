import type { ErrorCode } from '#src/errors.ts';

/** What only HTTP can go wrong with; the codes of `AppError` come on top. */
type HttpCode =
  | 'request-malformed'
  | 'query-invalid'
  | 'idempotency-key-missing'
  | 'idempotency-key-invalid'
  | 'if-match-missing'
  | 'ruleset-unsound'
  | 'cursor-invalid'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'request-timeout'
  | 'not-decided'
  | 'number-taken'
  | 'body-too-large'
  | 'media-type-unsupported'
  | 'encoding-unsupported'
  | 'too-many-requests'
  | 'headers-too-large'
  | 'internal';

export type ProblemCode = ErrorCode | HttpCode;

/** The one table from what went wrong to the status of HTTP. */
export const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = {
  'request-malformed': 400,
  'input-unreadable': 400,
  'query-invalid': 400,
  'idempotency-key-missing': 400,
  'idempotency-key-invalid': 400,
  'cursor-invalid': 400,
  unauthenticated: 401,
  forbidden: 403,
  'four-eyes': 403,
  'not-found': 404,
  'not-decided': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'request-timeout': 408,
  conflict: 409,
  'in-progress': 409,
  'number-taken': 409,
  'version-not-draft': 409,
  'version-not-submitted': 409,
  'version-not-approved': 409,
  'version-not-published': 409,
  'version-in-force': 409,
  'schedule-taken': 409,
  'cursor-expired': 410,
  'version-changed': 412,
  'body-too-large': 413,
  'media-type-unsupported': 415,
  'encoding-unsupported': 415,
  'input-invalid': 422,
  'key-reused': 422,
  'ruleset-unsound': 422,
  'if-match-missing': 428,
  'too-many-requests': 429,
  'headers-too-large': 431,
  'configuration-invalid': 500,
  'server-unsuitable': 500,
  internal: 500,
  'database-unavailable': 503,
  'queue-unavailable': 503,
  overloaded: 503,
};
