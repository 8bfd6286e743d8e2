/** What Postgres says of statements after one that failed, until the transaction ends. */
const IN_FAILED_TRANSACTION = '25P02';

/**
 * Waits for all of several statements that were sent together. Where one fails, those behind it in
 * the transaction fail too: the error thrown is that of the first, which made the others fail.
 */
export async function together<const T extends readonly unknown[]>(
  statements: T,
): Promise<{ -readonly [Place in keyof T]: Awaited<T[Place]> }> {
  const results = await Promise.allSettled(statements);
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as { code?: unknown }] : [],
  );
  if (reasons.length > 0) throw reasons.find(isCause) ?? reasons[0];
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as {
    -readonly [Place in keyof T]: Awaited<T[Place]>;
  };
}

function isCause(reason: { code?: unknown } | undefined): boolean {
  return reason?.code !== IN_FAILED_TRANSACTION;
}
