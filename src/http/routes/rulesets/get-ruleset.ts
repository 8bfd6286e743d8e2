import { etag } from '../../problems/refuse-ruleset.ts';
import { defineRoute } from '../../route.ts';
import { rulesetAnswerSchema, rulesetParams } from '../../schemas/ruleset.ts';
import { EVERYBODY, readRuleset } from './ruleset-access.ts';

export const getRuleset = defineRoute({
  method: 'get',
  path: '/v1/rulesets/{code}/versions/{version}',
  summary: 'One version of a ruleset with its document; its ETag is the hash of the content',
  access: EVERYBODY,
  params: rulesetParams,
  answers: { 200: { description: 'The version.', schema: rulesetAnswerSchema } },
  async handle(call) {
    const json = await readRuleset(call, call.params);
    return { status: 200, json, headers: etag(json.contentHash) };
  },
});
