import { AppError } from '#src/errors.ts';

/** Errors of the moment (a lost connection, a deadlock, a time-out) say nothing of the sheets. */
export function isOfTheSheets(error: unknown): boolean {
  if (error instanceof AppError) return !error.retryable;
  const code = (error as { code?: unknown })?.code;
  return !(typeof code === 'string' && /^(40|55|57)/.test(code));
}

/** Class and SQLSTATE only: a message may quote the sheet. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

/** The stack without its first line, which is the message. */
export function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .join('\n');
}
