import { withdrawVersion as withdraw } from '#src/pipeline/rulesets/withdraw-version.ts';
import { defineRoute } from '../../route.ts';
import { rulesetAnswerSchema, rulesetParams } from '../../schemas/ruleset.ts';
import { IF_MATCH, MAKERS, takeStep } from './ruleset-access.ts';

export const withdrawVersion = defineRoute({
  method: 'post',
  path: '/v1/rulesets/{code}/versions/{version}/withdraw',
  summary: 'Take a version back for good, before it is in force; a scheduled one by an approver',
  access: MAKERS,
  params: rulesetParams,
  requestHeaders: IF_MATCH,
  answers: { 200: { description: 'Withdrawn, now or since before.', schema: rulesetAnswerSchema } },
  handle(call) {
    const mayPublish = call.caller.roles.includes('rules-approver');
    return takeStep(call, (request) => withdraw(call.api.context, { ...request, mayPublish }));
  },
});
