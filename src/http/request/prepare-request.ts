import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { chooseLanguage } from '#src/intake/messages/choose-language.ts';
import type { Api } from '../api.ts';

/** What is known of every request, good or bad. */
export interface RequestState {
  readonly id: string;
  readonly language: Language;
  /** Milliseconds of the monotonic clock. */
  readonly startedAt: number;
  /** The path as the table of routes writes it, so that no id reaches a label. */
  route: string;
}

/** Gives every request its id and its language, and measures it. */
export function prepareRequest({ metrics, context }: Api): RequestHandler {
  const { logger } = context;
  function onClose(this: Response): void {
    const { route, id, startedAt } = requestState(this);
    const { method } = this.req;
    const status = this.statusCode;
    const seconds = (performance.now() - startedAt) / 1000;
    metrics.request({ method, route, status, seconds });
    if (logger.isLevelEnabled('debug')) {
      logger.debug({ requestId: id, method, route, status, seconds }, 'request');
    }
  }
  return (request, response, next) => {
    const state: RequestState = {
      id: randomUUID(),
      language: chooseLanguage(request.headers['accept-language']),
      startedAt: performance.now(),
      route: 'unknown',
    };
    response.locals.request = state;
    // One function for all requests: it finds what it needs in the response that it listens to.
    response.on('close', onClose);
    next();
  };
}

export function requestState(response: Response): RequestState {
  return response.locals.request as RequestState;
}
