import type { ErrorRequestHandler } from 'express';
import type { Api } from './api.ts';
import { toProblem } from './problems/problem.ts';
import { requestState } from './request/prepare-request.ts';
import { sendAnswer } from './send-answer.ts';

/**
 * The last handler: whatever was thrown becomes a problem, by the table of `problem-status.ts`.
 * Nothing of the error itself leaves the house; the log finds it by the id of the request.
 */
export function handleErrors({ context }: Api): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const { id, language, route } = requestState(response);
    const { problem, headers } = toProblem(error, { requestId: id, language });
    if (problem.status >= 500) {
      context.logger.error({ err: error, requestId: id, method: request.method, route }, 'failed');
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendAnswer(response, {
      status: problem.status,
      mediaType: 'application/problem+json',
      content: JSON.stringify(problem),
      headers: { ...headers, 'Content-Language': language },
    });
  };
}
