import { z } from 'zod';
import { returnVersion as giveBack } from '#src/pipeline/rulesets/return-version.ts';
import { readJson } from '../../request/read-json.ts';
import { defineRoute } from '../../route.ts';
import { rulesetAnswerSchema, rulesetParams } from '../../schemas/ruleset.ts';
import { APPROVERS, IF_MATCH, takeStep } from './ruleset-access.ts';

const returnRequestSchema = z
  .strictObject({
    remark: z.string().min(3).max(2_000).meta({ description: 'What its author should change.' }),
  })
  .meta({ id: 'RulesetReturnRequest' });

export const returnVersion = defineRoute({
  method: 'post',
  path: '/v1/rulesets/{code}/versions/{version}/return',
  summary: 'Give a submitted version back to its authors as a draft, with a remark',
  access: APPROVERS,
  params: rulesetParams,
  requestHeaders: IF_MATCH,
  body: { mediaType: 'application/json', schema: returnRequestSchema },
  answers: { 200: { description: 'A draft again.', schema: rulesetAnswerSchema } },
  handle(call) {
    const { remark } = readJson(call.body, returnRequestSchema, call.language);
    return takeStep(call, (request) => giveBack(call.api.context, { ...request, remark }));
  },
});
