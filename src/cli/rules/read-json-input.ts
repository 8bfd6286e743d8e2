import { AppError } from '#src/errors.ts';
import { readInput } from '../read-input.ts';

/** A JSON file, or stdin for "-"; what is in it is for the API to judge. */
export async function readJsonInput(file: string): Promise<unknown> {
  const bytes = await readInput(file);
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, cause: unknown): AppError {
  return new AppError('input-unreadable', `${file} is not JSON: correct its syntax.`, { cause });
}
