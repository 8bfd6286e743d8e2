import { AppError } from '#src/errors.ts';

/**
 * Whether the sheets are to blame: a fault of the engine, or data that the database refuses
 * (SQLSTATE classes 22 and 23). A lost connection, a deadlock, a time-out, a missing right or a
 * full disk say nothing of them.
 */
export function isOfTheSheets(error: unknown): boolean {
  if (error instanceof AppError) return !error.retryable;
  const code = (error as { code?: unknown })?.code;
  return typeof code !== 'string' || /^(2[23]|ERR_)/.test(code);
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
