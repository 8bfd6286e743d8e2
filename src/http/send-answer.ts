import type { Response } from 'express';
import { requestState } from './request/prepare-request.ts';

/** An answer as it goes over the wire. */
export interface WireAnswer {
  readonly status: number;
  /** "application/json"; always in UTF-8. */
  readonly mediaType: string;
  readonly content: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Sends a whole answer in one write. */
export function sendAnswer(response: Response, answer: WireAnswer): void {
  const { status, mediaType, content } = answer;
  const headers = headersOf(response, answer);
  headers.push('Content-Type', `${mediaType}; charset=utf-8`);
  headers.push('Content-Length', String(Buffer.byteLength(content)));
  response.writeHead(status, headers);
  response.end(content);
}

/** The headers of every answer with those of this one: names and values in turn. */
export function headersOf(response: Response, { headers }: Pick<WireAnswer, 'headers'>): string[] {
  const all = [...SECURITY_HEADERS, 'X-Request-Id', requestState(response).id];
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) all.push(name, value);
  }
  return all;
}

/** Nothing here is for a browser to run, embed, sniff or keep. */
const SECURITY_HEADERS = [
  ...['Cache-Control', 'no-store'],
  ...['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ...['Cross-Origin-Resource-Policy', 'same-origin'],
  ...['Referrer-Policy', 'no-referrer'],
  ...['Strict-Transport-Security', 'max-age=31536000'],
  ...['X-Content-Type-Options', 'nosniff'],
  ...['Vary', 'Accept-Language'],
];
