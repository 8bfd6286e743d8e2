import { HttpError } from '../problems/http-error.ts';

/** The Idempotency-Key of a request; undefined where there is none. */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || header === '') return undefined;
  if (!/^[!-~]{1,255}$/.test(header)) throw new HttpError('idempotency-key-invalid');
  return header;
}
