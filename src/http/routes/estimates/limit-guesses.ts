import { HttpError } from '../../problems/http-error.ts';
import type { Call } from '../../route.ts';

/**
 * Asks about somebody. Who keeps naming people that are not identified may be trying numbers, and
 * is not answered for a while: not even about those that exist, or the answer would tell.
 */
export async function limitGuesses<Result>(
  { api, caller }: Pick<Call<unknown, unknown>, 'api' | 'caller'>,
  ask: () => Promise<{ readonly identified: boolean; readonly result: Result }>,
): Promise<Result> {
  const attempt = { clientId: caller.clientId, address: '', now: Date.now() };
  const seconds = api.guesses.secondsToWait(attempt);
  if (seconds > 0) {
    api.context.logger.warn({ clientId: caller.clientId }, 'asks about people that nobody knows');
    throw new HttpError('too-many-requests', { headers: { 'Retry-After': String(seconds) } });
  }
  const { identified, result } = await ask();
  if (!identified) api.guesses.record(attempt);
  return result;
}
