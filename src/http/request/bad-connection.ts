import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { HttpError } from '../problems/http-error.ts';
import { toProblem } from '../problems/problem.ts';
import type { ProblemCode } from '../problems/problem-status.ts';
import { isLongRequest } from './long-request.ts';

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** Answers what Node could not read as HTTP, so that even this is a problem and no silence. */
export function answerBadConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isLongRequest(socket)) return;
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = CODES[error.code ?? ''] ?? 'request-malformed';
  const place = { requestId: randomUUID(), language: 'fr' } as const;
  const { problem } = toProblem(new HttpError(code), place);
  const content = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      'Content-Language: fr',
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      `Content-Length: ${Buffer.byteLength(content)}`,
      'Connection: close',
      '',
      content,
    ].join('\r\n'),
  );
}
