import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

/**
 * Logs are JSON on stderr and hold ids only: an error is cut to its class, code, message and
 * stack, since drivers put parameters and rows, which are health data, into other fields.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    { level, base: null, serializers: { err: serializeError, error: serializeError } },
    destination ?? pino.destination({ fd: 2, sync: true }),
  );
}

function serializeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'not an error' };
  const { name, code } = error as Error & { code?: unknown };
  const driver = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    name,
    ...(typeof code === 'string' ? { code } : {}),
    // A Postgres message can quote a value of the row, so only its SQLSTATE is kept.
    ...(driver ? {} : { message: error.message }),
    stack: error.stack?.split('\n').slice(1, 8).join('\n'),
    ...(error.cause instanceof Error ? { cause: serializeError(error.cause) } : {}),
  };
}
