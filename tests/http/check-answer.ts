import { expect } from 'vitest';
import type { Route } from '#src/http/route.ts';
import { ROUTES } from '#src/http/routes.ts';
import { problemSchema } from '#src/http/schemas/problem.ts';
import type { ApiAnswer } from './api-answer.ts';

/** Every answer that a test sees must be as the table of routes, and so OpenAPI, promises. */
export function checkAnswer(method: string, path: string, answer: ApiAnswer): void {
  const type = answer.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) {
    expect(problemSchema.parse(answer.json).status).toBe(answer.status);
    return;
  }
  const promised = routeOf(method, path)?.answers[answer.status];
  expect(promised, `${method} ${path} answers ${answer.status}`).toBeDefined();
  promised?.schema?.parse(answer.json);
}

function routeOf(method: string, path: string): Route | undefined {
  const bare = path.split('?')[0] ?? '';
  const matches = ROUTES.filter((route) => {
    const pattern = route.path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+');
    return route.method === method && new RegExp(`^${pattern}$`).test(bare);
  });
  return matches.find((route) => route.path === bare) ?? matches[0];
}
