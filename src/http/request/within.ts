import { AppError } from '#src/errors.ts';

/**
 * The result of a work, or `database-unavailable` when it takes too long: a server that froze
 * must not keep a caller waiting. The work itself goes on; the caller asks again with the same
 * key and learns how it ended.
 */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new AppError('database-unavailable', 'There was no answer in time; try again.'));
    }, milliseconds);
    work.then(
      (result) => {
        clearTimeout(timer);
        resolve(result);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
