/** Every operational error: its code says what failed, `retryable` whether waiting helps. */
export const ERROR_CODES = {
  'configuration-invalid': { retryable: false },
  'server-unsuitable': { retryable: false },
  'database-unavailable': { retryable: true },
  'queue-unavailable': { retryable: true },
  'input-unreadable': { retryable: false },
  'input-invalid': { retryable: false },
  unauthenticated: { retryable: false },
  forbidden: { retryable: false },
  'not-found': { retryable: false },
  conflict: { retryable: false },
  'in-progress': { retryable: true },
  'key-reused': { retryable: false },
  'four-eyes': { retryable: false },
  'version-changed': { retryable: false },
  'version-not-draft': { retryable: false },
  'version-not-submitted': { retryable: false },
  'version-not-approved': { retryable: false },
  'version-not-published': { retryable: false },
  'version-in-force': { retryable: false },
  'schedule-taken': { retryable: false },
  'cursor-expired': { retryable: false },
  overloaded: { retryable: true },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An operational error. Its message says what to do and holds no personal data. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  get retryable(): boolean {
    return ERROR_CODES[this.code].retryable;
  }
}
