import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { chooseLanguage } from '#src/intake/messages/choose-language.ts';
import type { Api } from '../api.ts';

/** What is known of every request, good or bad. */
export interface RequestState {
  readonly id: string;
  readonly language: Language;
  /** The path as the table of routes writes it, so that no id reaches a label. */
  route: string;
}

/** Nothing here is for a browser to run, embed, sniff or keep. */
const SECURITY_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
};

/** Gives every request its id, its language and the headers of its answer, and measures it. */
export function prepareRequest({ metrics, context }: Api): RequestHandler {
  return (request, response, next) => {
    const language = chooseLanguage(request.headers['accept-language']);
    const state: RequestState = { id: randomUUID(), language, route: 'unknown' };
    response.locals.request = state;
    response.set({ ...SECURITY_HEADERS, 'X-Request-Id': state.id, Vary: 'Accept-Language' });
    const startedAt = process.hrtime.bigint();
    response.on('close', () => {
      const { route, id } = state;
      const { method } = request;
      const status = response.statusCode;
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
      metrics.request({ method, route, status, seconds });
      context.logger.debug({ requestId: id, method, route, status, seconds }, 'request');
    });
    next();
  };
}

export function requestState(response: Response): RequestState {
  return response.locals.request as RequestState;
}
