import { type Command, CommanderError } from 'commander';
import { type Config, readConfig } from '#src/config.ts';
import { AppError } from '#src/errors.ts';
import { createLogger, type Logger } from '#src/logger.ts';
import { createOutput, type Output } from './output.ts';

/** What every command starts from. */
export interface CommandContext {
  readonly config: Config;
  readonly logger: Logger;
  readonly output: Output;
}

/** The process ends with one of these; 0 is success. */
export const EXIT = {
  /** It ran, and the answer is no: a refused sheet, a violated invariant, a difference. */
  refused: 1,
  /** Wrong arguments or settings: change them. */
  usage: 2,
  /** A server is away: try again. */
  unavailable: 3,
} as const;

/** Runs a command's action: errors become one sentence on stderr and an exit code. */
export function runs<Arguments extends unknown[]>(
  action: (context: CommandContext, ...rest: Arguments) => Promise<void>,
) {
  return async (...rest: Arguments): Promise<void> => {
    const command = rest.at(-1) as Command;
    const output = createOutput({ json: command.optsWithGlobals().json === true });
    try {
      const config = readConfig(process.env);
      await action({ config, logger: createLogger(config.logLevel), output }, ...rest);
    } catch (error) {
      process.exitCode = exitCodeOf(error);
      output.note(`tasfiya: ${sentenceOf(error)}`);
    }
  };
}

const SETTINGS_ARE_WRONG = ['configuration-invalid', 'server-unsuitable', 'unauthenticated'];

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return EXIT.usage;
  if (!(error instanceof AppError)) return EXIT.refused;
  if (SETTINGS_ARE_WRONG.includes(error.code)) return EXIT.usage;
  return error.retryable ? EXIT.unavailable : EXIT.refused;
}

function sentenceOf(error: unknown): string {
  if (error instanceof AppError || error instanceof CommanderError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
