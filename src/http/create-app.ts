import express, { type Express } from 'express';
import type { Context } from '#src/context.ts';
import { answerRoute } from './answer-route.ts';
import { type Api, type ApiOptions, createApi } from './api.ts';
import { checkRoutes } from './check-routes.ts';
import { handleErrors } from './error-handler.ts';
import { HttpError } from './problems/http-error.ts';
import { prepareRequest } from './request/prepare-request.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

/** The API as an Express application; throws when a route says not who may call it. */
export function createApp(context: Context, options: ApiOptions = {}): Express {
  return buildApp(createApi(context, options), ROUTES);
}

/** The same with a table of routes of one's own. */
export function buildApp(api: Api, routes: readonly Route[]): Express {
  checkRoutes(routes);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  // Values are text or, given twice, lists of text, which no schema takes: never objects.
  app.set('query parser', 'simple');
  app.use(prepareRequest(api));
  for (const path of new Set(routes.map((route) => route.path))) {
    addPath(app, path, { api, rows: routes.filter((route) => route.path === path) });
  }
  app.use(() => {
    throw new HttpError('not-found');
  });
  app.use(handleErrors(api));
  return app;
}

function addPath(
  app: Express,
  path: string,
  { api, rows }: { api: Api; rows: readonly Route[] },
): void {
  const pattern = path.replace(/\{(\w+)\}/g, ':$1');
  for (const route of rows) app[route.method](pattern, answerRoute(route, api));
  const methods = rows.map(({ method }) => method.toUpperCase());
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
  app.all(pattern, () => {
    throw new HttpError('method-not-allowed', { headers: { Allow: allow } });
  });
}
