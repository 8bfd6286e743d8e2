import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import type { Route } from './route.ts';
import { problemSchema } from './schemas/problem.ts';

/** The description of the API in OpenAPI 3.1, out of the table of routes and its schemas. */
export function openApiDocument(routes: readonly Route[]): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: toOperation(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Tasfiya',
      version: '1.0.0',
      description:
        "Care sheets of Morocco's compulsory health insurance in, explained decisions out. " +
        'Amounts are Moroccan dirhams as text with two decimals.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        client: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: {} } },
        },
      },
    },
  });
}

function toOperation(route: Route): ZodOpenApiOperationObject {
  const { access, body, params, query } = route;
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(access === 'public'
      ? { security: [] }
      : { security: [{ client: [] }], description: `Roles: ${access.roles.join(', ')}.` }),
    requestParams: {
      ...(params === undefined ? {} : { path: params }),
      ...(query === undefined ? {} : { query }),
      header: headers(route),
    },
    ...(body === undefined
      ? {}
      : {
          requestBody: { required: true, content: { [body.mediaType]: { schema: body.schema } } },
        }),
    responses: toResponses(route),
  };
}

/** "post /v1/care-sheets/{id}/cancel" becomes "postCareSheetsCancel"-like, unique by its path. */
function operationId({ method, path }: Route): string {
  const words = path.replace('/v1', '').match(/\w+/g) ?? [];
  const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${method}${capitals.join('')}`;
}

function headers({ requestHeaders = {}, optionalHeaders = {} }: Route): z.ZodObject {
  const required = Object.entries(requestHeaders).map(([name, description]) => [
    name,
    z.string().meta({ description }),
  ]);
  const optional = Object.entries(optionalHeaders).map(([name, description]) => [
    name,
    z.string().optional().meta({ description }),
  ]);
  return z.object({
    ...Object.fromEntries([...required, ...optional]),
    'Accept-Language': z.string().optional().meta({ description: 'fr (default), ar or en.' }),
  });
}

function toResponses({ answers }: Route): ZodOpenApiResponsesObject {
  const good = Object.entries(answers).map(([status, answer]) => {
    const { description, mediaType, schema, streamed } = answer;
    const content = {
      [mediaType ?? 'application/json']: { schema: schema ?? z.string() },
      ...(streamed === undefined ? {} : { [streamed]: { schema: z.string() } }),
    };
    return [status, { description, content }];
  });
  const problem = {
    description: 'A problem, in the language of the caller.',
    content: { 'application/problem+json': { schema: problemSchema } },
  };
  return { ...Object.fromEntries(good), default: problem };
}
