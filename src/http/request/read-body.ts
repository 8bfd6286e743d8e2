import type { IncomingMessage } from 'node:http';
import { HttpError } from '../problems/http-error.ts';

/** One care sheet of a hundred lines is under 40 kB. */
export const MAX_BODY = 256 * 1024;
/** What is read and thrown away of a body too large, so that its sender can read our answer. */
const MAX_DISCARDED = 4 * 1024 * 1024;

/** The bytes of a body as they arrived: nothing is decoded, inflated or parsed. */
export function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    const tooLarge = () =>
      reject(new HttpError('body-too-large', { headers: { Connection: 'close' } }));
    if (Number(request.headers['content-length'] ?? 0) > MAX_DISCARDED) {
      tooLarge();
      return;
    }
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY) chunks.push(chunk);
      if (length > MAX_DISCARDED) tooLarge();
    });
    request.on('end', () => (length > MAX_BODY ? tooLarge() : resolve(wholeOf(chunks))));
    request.on('error', (cause) => reject(new HttpError('request-malformed', { cause })));
    request.on('close', () => {
      if (!request.complete) reject(new HttpError('request-malformed'));
    });
  });
}

/** A body that came in one piece, as most do, is not copied. */
function wholeOf(chunks: readonly Buffer[]): Uint8Array {
  const [first] = chunks;
  return chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
}

/** Refuses a body of another media type, character set or encoding than the route takes. */
export function checkBodyType(request: IncomingMessage, mediaType: string): void {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new HttpError('encoding-unsupported');
  }
  if (request.headers['content-type'] === mediaType) return;
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '')
    .toLowerCase()
    .split(';');
  const isUtf8 = parameters.every((parameter) => /^\s*(charset="?utf-8"?)?\s*$/.test(parameter));
  if (type.trim() !== mediaType || !isUtf8) throw new HttpError('media-type-unsupported');
}
