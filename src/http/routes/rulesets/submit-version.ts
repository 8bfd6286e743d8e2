import { submitVersion as submit } from '#src/pipeline/rulesets/submit-version.ts';
import { defineRoute } from '../../route.ts';
import { rulesetAnswerSchema, rulesetParams } from '../../schemas/ruleset.ts';
import { AUTHORS, IF_MATCH, takeStep } from './ruleset-access.ts';

export const submitVersion = defineRoute({
  method: 'post',
  path: '/v1/rulesets/{code}/versions/{version}/submit',
  summary: 'Submit a draft for approval; errors and failing cases refuse it',
  access: AUTHORS,
  params: rulesetParams,
  requestHeaders: IF_MATCH,
  answers: { 200: { description: 'Submitted, now or since before.', schema: rulesetAnswerSchema } },
  handle: (call) => takeStep(call, (request) => submit(call.api.context, request)),
});
