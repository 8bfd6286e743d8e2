import { AppError } from '#src/errors.ts';

/**
 * The result of a work, or `database-unavailable` when it takes too long: a server that froze
 * must not keep a caller waiting. The work itself goes on; the caller asks again with the same
 * key and learns how it ended.
 */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new AppError('database-unavailable', 'There was no answer in time; try again.'));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
