import { setTimeout as delay } from 'node:timers/promises';
import type { ApiAnswer, ApiClient } from './api-client.ts';
import type { Problem } from './problem.ts';

/** What the API answers to a care sheet that it has stored. */
export interface Acknowledgement {
  readonly id: number;
  /** The sender's own number. */
  readonly number: string;
  readonly status: string;
  readonly receivedAt: string;
  readonly warnings: readonly { readonly pointer: string; readonly message: string }[];
}

export type SubmitResult =
  | { readonly outcome: 'received' | 'already-received'; readonly sheet: Acknowledgement }
  | { readonly outcome: 'refused'; readonly problem: Problem };

const ATTEMPTS = 5;

/**
 * Sends one care sheet; while the API is too busy to take it, again with the same key. Throws
 * `overloaded` when it cannot be reached: nobody knows then, and the same key makes it sure.
 */
export async function submitCareSheet(
  client: ApiClient,
  { body, idempotencyKey }: { body: Uint8Array; idempotencyKey: string },
): Promise<SubmitResult> {
  const headers = { 'Idempotency-Key': idempotencyKey };
  for (let attempt = 1; ; attempt += 1) {
    const answer = await client.call('/v1/care-sheets', { method: 'POST', body, headers });
    if (isTooBusy(answer) && attempt < ATTEMPTS) {
      await delay(retryAfterMs(answer.headers));
      continue;
    }
    if (answer.status !== 202) return { outcome: 'refused', problem: answer.body as Problem };
    const isKnown = answer.headers.get('Idempotency-Hit') === 'true';
    const sheet = answer.body as Acknowledgement;
    return { outcome: isKnown ? 'already-received' : 'received', sheet };
  }
}

/** A 409 asks to wait only where the first request with the key still runs. */
function isTooBusy({ status, headers }: ApiAnswer<unknown>): boolean {
  return status === 429 || status === 503 || (status === 409 && headers.has('Retry-After'));
}

const LONGEST_WAIT_MS = 10_000;

function retryAfterMs(headers: Headers): number {
  const seconds = Number(headers.get('Retry-After') ?? 1);
  return Math.min(Number.isFinite(seconds) ? seconds * 1000 : 1000, LONGEST_WAIT_MS);
}
