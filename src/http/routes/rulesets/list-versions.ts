import { listRulesets } from '#db/reads/rulesets.ts';
import { AppError } from '#src/errors.ts';
import { presentSummary } from '../../answers/present-ruleset.ts';
import { defineRoute } from '../../route.ts';
import { rulesetCodeParams, rulesetListSchema } from '../../schemas/ruleset.ts';
import { readReference, todayOf } from '../reference/read-reference.ts';
import { EVERYBODY, isInsider } from './ruleset-access.ts';

export const listVersions = defineRoute({
  method: 'get',
  path: '/v1/rulesets/{code}/versions',
  summary: 'The versions of one ruleset',
  access: EVERYBODY,
  params: rulesetCodeParams,
  answers: {
    200: { description: 'Its versions, the first one first.', schema: rulesetListSchema },
  },
  async handle(call) {
    const { code } = call.params;
    const unpublished = isInsider(call.caller);
    const versions = await readReference(call, (tx) => listRulesets(tx, { unpublished, code }));
    if (versions.length === 0) throw new AppError('not-found', 'There is no such ruleset.');
    const today = todayOf(call.api);
    return { status: 200, json: { items: versions.map((each) => presentSummary(each, today)) } };
  },
});
