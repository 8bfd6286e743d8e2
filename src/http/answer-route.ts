import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import type { Caller } from '#src/access/roles.ts';
import { AppError } from '#src/errors.ts';
import { toIssues } from '#src/intake/to-issues.ts';
import type { Api } from './api.ts';
import { HttpError } from './problems/http-error.ts';
import { requestState } from './request/prepare-request.ts';
import { checkBodyType, readBody } from './request/read-body.ts';
import { within } from './request/within.ts';
import { type Answer, ORGANISATIONS_OF_SCOPE, type Route } from './route.ts';

const NO_QUERY = z.strictObject({});

const NOBODY: Caller = {
  clientId: '',
  organisationId: 0,
  organisationKind: 'administration',
  roles: [],
};

/** Checks a request against its row of the table, in the order of HTTP, then lets it be handled. */
export function answerRoute(route: Route, api: Api): RequestHandler {
  const mediaTypes = mediaTypesOf(route);
  return async (request, response) => {
    const state = requestState(response);
    state.route = route.path;
    const caller = await within(api.patience, admit(route, request, api));
    if (!request.accepts(mediaTypes)) throw new HttpError('not-acceptable');
    const params = readParams(route, request);
    const query = readQuery(route, request, state.language);
    const body = await takeBody(route, request);
    const work = route.handle({
      ...{ api, caller, params, query, body, language: state.language },
      header: (name) => request.get(name),
      address: request.socket.remoteAddress ?? '',
    });
    const answer = await within(route.patience ?? api.patience, work);
    send(response, answer);
  };
}

function mediaTypesOf({ answers }: Route): string[] {
  const types = Object.values(answers).map(({ mediaType }) => mediaType ?? 'application/json');
  // Who only takes problems still learns of one.
  return [...new Set([...types, 'application/problem+json'])];
}

async function admit({ access }: Route, request: Request, api: Api): Promise<Caller> {
  if (access === 'public') return NOBODY;
  const caller = await api.authenticate(request.headers.authorization);
  const seconds = api.limit(caller.clientId, Date.now());
  if (seconds > 0) {
    throw new HttpError('too-many-requests', { headers: { 'Retry-After': String(seconds) } });
  }
  const inScope = ORGANISATIONS_OF_SCOPE[access.scope].includes(caller.organisationKind);
  if (!inScope || !caller.roles.some((role) => access.roles.includes(role))) {
    throw new AppError('forbidden', 'Your client does not have the role that this asks for.');
  }
  return caller;
}

/** An id that cannot exist is like one that does not. */
function readParams({ params }: Route, request: Request): unknown {
  if (params === undefined) return {};
  const read = params.safeParse(request.params);
  if (!read.success) throw new HttpError('not-found');
  return read.data;
}

function readQuery(route: Route, request: Request, language: Language): unknown {
  const query = route.query ?? NO_QUERY;
  const value = { ...request.query };
  const read = query.safeParse(value);
  if (read.success) return read.data;
  const issues = toIssues(read.error, { schema: query, value, language });
  const errors = issues.map(({ pointer, code, message }) => ({
    parameter: pointer.slice(1),
    code,
    message,
  }));
  throw new HttpError('query-invalid', { errors });
}

async function takeBody({ body }: Route, request: Request): Promise<Uint8Array> {
  if (body === undefined) return new Uint8Array();
  checkBodyType(request, body.mediaType);
  return readBody(request);
}

function send(response: Response, { status, json, text, headers }: Answer): void {
  const mediaType = text?.mediaType ?? 'application/json';
  const content = Buffer.from(text?.content ?? JSON.stringify(json));
  response.writeHead(status, {
    ...headers,
    'Content-Type': `${mediaType}; charset=utf-8`,
    'Content-Length': content.length,
  });
  response.end(content);
}
