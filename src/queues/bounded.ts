import { AppError } from '#src/errors.ts';

/** The outcome of the work, or `queue-unavailable` when it fails or takes longer. */
export async function bounded<Result>(
  milliseconds: number,
  work: () => Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new AppError('queue-unavailable', `The queue did not answer in ${milliseconds} ms.`));
    }, milliseconds);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    throw error instanceof AppError ? error : unreachable(error);
  } finally {
    clearTimeout(timer);
  }
}

function unreachable(cause: unknown): AppError {
  return new AppError('queue-unavailable', 'The queue cannot be reached.', { cause });
}
