import { listRulesets as readList } from '#db/reads/rulesets.ts';
import { presentSummary } from '../../answers/present-ruleset.ts';
import { defineRoute } from '../../route.ts';
import { rulesetListSchema } from '../../schemas/ruleset.ts';
import { readReference, todayOf } from '../reference/read-reference.ts';
import { EVERYBODY, isInsider } from './ruleset-access.ts';

export const listRulesets = defineRoute({
  method: 'get',
  path: '/v1/rulesets',
  summary: 'Rulesets with their versions, their states, and the schemes that they are for',
  access: EVERYBODY,
  answers: { 200: { description: 'All versions.', schema: rulesetListSchema } },
  async handle(call) {
    const unpublished = isInsider(call.caller);
    const rulesets = await readReference(call, (tx) => readList(tx, { unpublished }));
    const today = todayOf(call.api);
    return { status: 200, json: { items: rulesets.map((each) => presentSummary(each, today)) } };
  },
});
