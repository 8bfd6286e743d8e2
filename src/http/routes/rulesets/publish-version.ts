import { z } from 'zod';
import { calendarDate } from '#src/intake/identifier-schemas.ts';
import { publishVersion as publish } from '#src/pipeline/rulesets/publish-version.ts';
import { readJson } from '../../request/read-json.ts';
import { defineRoute } from '../../route.ts';
import { rulesetAnswerSchema, rulesetParams } from '../../schemas/ruleset.ts';
import { APPROVERS, IF_MATCH, takeStep } from './ruleset-access.ts';

const publishRequestSchema = z
  .strictObject({
    effectiveFrom: calendarDate.optional().meta({
      description: 'First date of care, from tomorrow on; that of the document where left out.',
    }),
    effectiveTo: calendarDate.nullable().optional().meta({
      description: 'Last date of care, null for no end; that of the document where left out.',
    }),
  })
  .meta({ id: 'RulesetPublishRequest' });

export const publishVersion = defineRoute({
  method: 'post',
  path: '/v1/rulesets/{code}/versions/{version}/publish',
  summary: 'Publish an approved version for dates of care that are still to come',
  access: APPROVERS,
  params: rulesetParams,
  requestHeaders: IF_MATCH,
  body: { mediaType: 'application/json', schema: publishRequestSchema },
  answers: { 200: { description: 'It is scheduled.', schema: rulesetAnswerSchema } },
  handle(call) {
    const dates = readJson(call.body, publishRequestSchema, call.language);
    return takeStep(call, (request) => publish(call.api.context, { ...request, ...dates }));
  },
});
