import { z } from 'zod';
import { calendarDate } from '#src/intake/identifier-schemas.ts';
import { rollBack as submitEarlier } from '#src/pipeline/rulesets/roll-back.ts';
import { etag } from '../../problems/refuse-ruleset.ts';
import { readIdempotencyKey } from '../../request/read-idempotency-key.ts';
import { readJson } from '../../request/read-json.ts';
import { defineRoute } from '../../route.ts';
import { rulesetAnswerSchema, rulesetCodeParams } from '../../schemas/ruleset.ts';
import { AUTHORS, explained, IDEMPOTENCY_KEY, readRuleset } from './ruleset-access.ts';

const rollBackRequestSchema = z
  .strictObject({
    to: z.int().min(1).meta({ description: 'The published version whose content comes back.' }),
    effectiveFrom: calendarDate.meta({ description: 'First date of care, from tomorrow on.' }),
    effectiveTo: calendarDate.nullable().default(null),
  })
  .meta({ id: 'RulesetRollbackRequest' });

export const rollBack = defineRoute({
  method: 'post',
  path: '/v1/rulesets/{code}/rollback',
  summary: 'Submit an earlier content with new dates; somebody else approves and publishes it',
  access: AUTHORS,
  params: rulesetCodeParams,
  body: { mediaType: 'application/json', schema: rollBackRequestSchema },
  optionalHeaders: IDEMPOTENCY_KEY,
  answers: { 201: { description: 'The submitted version.', schema: rulesetAnswerSchema } },
  async handle(call) {
    const { api, caller, params, body, language, header } = call;
    const request = readJson(body, rollBackRequestSchema, language);
    const key = readIdempotencyKey(header('Idempotency-Key'));
    const { code } = params;
    const work = submitEarlier(api.context, { code, actor: caller.clientId, ...request, key });
    const place = await explained(call, work);
    const json = await readRuleset(call, place);
    const Location = `/v1/rulesets/${place.code}/versions/${place.version}`;
    return { status: 201, json, headers: { ...etag(json.contentHash), Location } };
  },
});
