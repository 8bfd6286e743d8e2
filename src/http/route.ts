import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import type { Caller, OrganisationKind, Role } from '#src/access/roles.ts';
import type { Api } from './api.ts';

/**
 * Whose data a route touches: what the caller's organisation submits; what it submitted or pays;
 * what its fund settles; what it asked to be simulated; reference data, which belongs to nobody;
 * or the making of rulesets, which belong to nobody either, but are no business of who is paid by
 * them.
 */
export type TenantScope =
  | 'own-submissions'
  | 'own-sheets'
  | 'own-fund'
  | 'own-simulations'
  | 'reference'
  | 'rules';

/** The kinds of organisation that have anything in a scope. */
export const ORGANISATIONS_OF_SCOPE: Readonly<Record<TenantScope, readonly OrganisationKind[]>> = {
  'own-submissions': ['provider'],
  'own-sheets': ['provider', 'fund'],
  'own-fund': ['fund'],
  'own-simulations': ['fund', 'administration'],
  reference: ['provider', 'fund', 'administration'],
  rules: ['fund', 'administration'],
};

/** Who may call: everybody, or the roles named, within a tenant scope. */
export type RouteAccess =
  | 'public'
  | { readonly roles: readonly Role[]; readonly scope: TenantScope };

/** What a handler gets: everything about the request is parsed, and the caller is known. */
export interface Call<Params, Query> {
  readonly api: Api;
  /** Nobody on a public route. */
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  /** The body as it arrived; empty where the route takes none, or reads it as it comes. */
  readonly body: Uint8Array;
  /** For a route with a streamed body, which sees to its length and its time itself. */
  readonly input: IncomingMessage;
  readonly requestId: string;
  readonly language: Language;
  /** Of the answers of the route, the one that the caller likes best. */
  readonly mediaType: string;
  readonly header: (name: string) => string | undefined;
  /** Of the other end of the connection. */
  readonly address: string;
}

/** What a handler answers: a JSON value, a text of another media type, or lines of JSON. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: { readonly mediaType: string; readonly content: string };
  /** Values of application/x-ndjson, asked for as fast as the caller reads them. */
  readonly lines?: AsyncIterable<readonly unknown[]>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RouteAnswer {
  readonly description: string;
  readonly mediaType?: string;
  readonly schema?: z.ZodType;
  /** Another media type that a caller can ask for, whose answer comes line by line. */
  readonly streamed?: 'application/x-ndjson';
}

interface RouteBody {
  readonly mediaType: string;
  readonly schema: z.ZodType;
  /** The handler reads it as it comes: neither the limit of length nor that of time applies. */
  readonly streamed?: true;
}

interface RouteShape {
  readonly method: 'get' | 'post' | 'put';
  /** As OpenAPI writes it: "/v1/care-sheets/{id}". */
  readonly path: string;
  readonly summary: string;
  readonly access: RouteAccess;
  readonly body?: RouteBody;
  /** Names of request headers that it needs, and what they are for. */
  readonly requestHeaders?: Readonly<Record<string, string>>;
  /** The same of those that it can do without. */
  readonly optionalHeaders?: Readonly<Record<string, string>>;
  /** Milliseconds until an answer, for what may take longer; 'own': the handler sees to it. */
  readonly patience?: number | 'own';
  /** The good answers; problems are the same everywhere. */
  readonly answers: Readonly<Record<number, RouteAnswer>>;
}

/** A row of the table of routes. */
export interface Route extends RouteShape {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly handle: (call: Call<unknown, unknown>) => Promise<Answer>;
}

interface RouteDefinition<Params extends z.ZodObject, Query extends z.ZodObject>
  extends RouteShape {
  readonly params?: Params;
  readonly query?: Query;
  readonly handle: (call: Call<z.output<Params>, z.output<Query>>) => Promise<Answer>;
}

/** Ties the types of a handler to the schemas of its route, which are checked before it runs. */
export function defineRoute<Params extends z.ZodObject, Query extends z.ZodObject>(
  definition: RouteDefinition<Params, Query>,
): Route {
  return definition as unknown as Route;
}
