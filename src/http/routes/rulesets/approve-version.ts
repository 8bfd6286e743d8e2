import { approveVersion as approve } from '#src/pipeline/rulesets/approve-version.ts';
import { defineRoute } from '../../route.ts';
import { rulesetAnswerSchema, rulesetParams } from '../../schemas/ruleset.ts';
import { APPROVERS, IF_MATCH, takeStep } from './ruleset-access.ts';

export const approveVersion = defineRoute({
  method: 'post',
  path: '/v1/rulesets/{code}/versions/{version}/approve',
  summary: 'Approve a submitted version: by nobody who wrote any of it',
  access: APPROVERS,
  params: rulesetParams,
  requestHeaders: IF_MATCH,
  answers: { 200: { description: 'Approved, now or since before.', schema: rulesetAnswerSchema } },
  handle: (call) => takeStep(call, (request) => approve(call.api.context, request)),
});
