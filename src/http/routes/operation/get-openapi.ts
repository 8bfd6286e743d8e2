import { openApiDocument } from '../../openapi-document.ts';
import { defineRoute, type Route } from '../../route.ts';

/** The description of all routes; it is made at its first use, since it takes a moment. */
export function getOpenApi(routes: () => readonly Route[]): Route {
  let document: unknown;
  return defineRoute({
    method: 'get',
    path: '/openapi.json',
    summary: 'This description',
    access: 'public',
    answers: { 200: { description: 'OpenAPI 3.1.' } },
    async handle() {
      document ??= openApiDocument(routes());
      return { status: 200, json: document };
    },
  });
}
