import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import type { Caller } from '#src/access/roles.ts';
import { AppError } from '#src/errors.ts';
import { toIssues } from '#src/intake/to-issues.ts';
import type { Api } from './api.ts';
import { HttpError } from './problems/http-error.ts';
import { allowLongRequest } from './request/long-request.ts';
import { requestState } from './request/prepare-request.ts';
import { checkBodyType, readBody } from './request/read-body.ts';
import { within } from './request/within.ts';
import { type Answer, ORGANISATIONS_OF_SCOPE, type Route } from './route.ts';
import { sendAnswer } from './send-answer.ts';
import { sendLines } from './send-lines.ts';

const NO_QUERY = z.strictObject({});

const NOBODY: Caller = {
  clientId: '',
  organisationId: 0,
  organisationKind: 'administration',
  roles: [],
};

/** Checks a request against its row of the table, in the order of HTTP, then lets it be handled. */
export function answerRoute(route: Route, api: Api): RequestHandler {
  const negotiate = createNegotiation(route);
  return async (request, response) => {
    const state = requestState(response);
    state.route = route.path;
    const admitted = admit(route, request, api);
    const caller = admitted instanceof Promise ? await within(api.patience, admitted) : admitted;
    checkCaller(route, caller, api);
    const mediaType = negotiate(request);
    if (mediaType === undefined) throw new HttpError('not-acceptable');
    const params = readParams(route, request);
    const query = readQuery(route, request, state.language);
    const body = route.body === undefined ? NO_BODY : await takeBody(route.body, request);
    const work = route.handle({
      ...{ api, caller, params, query, body, mediaType, language: state.language },
      header: (name) => request.get(name),
      address: request.socket.remoteAddress ?? '',
      input: request,
      requestId: state.id,
    });
    const patience = route.patience ?? api.patience;
    const answer = await (patience === 'own' ? work : within(patience, work));
    await send(response, answer);
  };
}

const NO_BODY = new Uint8Array();

/** Which of the answers of a route a request takes; most say so in a way that is known. */
function createNegotiation({ answers }: Route): (request: Request) => string | undefined {
  const types = Object.values(answers).flatMap(({ mediaType, streamed }) => [
    mediaType ?? 'application/json',
    ...(streamed === undefined ? [] : [streamed]),
  ]);
  // Who only takes problems still learns of one.
  const mediaTypes = [...new Set([...types, 'application/problem+json'])];
  const [usual = 'application/json'] = mediaTypes;
  const known = new Map(mediaTypes.map((type) => [type, type]));
  return (request) => {
    const { accept } = request.headers;
    if (accept === undefined || accept === '*/*') return usual;
    return known.get(accept) ?? (request.accepts(mediaTypes) || undefined);
  };
}

function admit({ access }: Route, request: Request, api: Api): Caller | Promise<Caller> {
  return access === 'public' ? NOBODY : api.authenticate(request.headers.authorization);
}

function checkCaller({ access }: Route, caller: Caller, api: Api): void {
  if (access === 'public') return;
  const seconds = api.limit(caller.clientId, Date.now());
  if (seconds > 0) {
    throw new HttpError('too-many-requests', { headers: { 'Retry-After': String(seconds) } });
  }
  const inScope = ORGANISATIONS_OF_SCOPE[access.scope].includes(caller.organisationKind);
  if (!inScope || !caller.roles.some((role) => access.roles.includes(role))) {
    throw new AppError('forbidden', 'Your client does not have the role that this asks for.');
  }
}

/** An id that cannot exist is like one that does not. */
function readParams({ params }: Route, request: Request): unknown {
  if (params === undefined) return {};
  const read = params.safeParse(request.params);
  if (!read.success) throw new HttpError('not-found');
  return read.data;
}

function readQuery(route: Route, request: Request, language: Language): unknown {
  if (route.query === undefined && !request.url.includes('?')) return {};
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

function takeBody(body: NonNullable<Route['body']>, request: Request): Promise<Uint8Array> {
  checkBodyType(request, body.mediaType);
  if (body.streamed) return leaveBody(request);
  return readBody(request);
}

/** What is read as it comes may take longer than the server gives a request. */
function leaveBody(request: Request): Promise<Uint8Array> {
  allowLongRequest(request);
  return Promise.resolve(NO_BODY);
}

function send(response: Response, answer: Answer): Promise<void> | undefined {
  const { status, json, text, lines, headers } = answer;
  if (lines !== undefined) return sendLines(response, { status, lines, headers });
  const mediaType = text?.mediaType ?? 'application/json';
  const content = text?.content ?? JSON.stringify(json);
  sendAnswer(response, { status, mediaType, content, headers });
  return undefined;
}
