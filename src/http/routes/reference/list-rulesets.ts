import { listRulesets as readList } from '#db/reads/rulesets.ts';
import { defineRoute } from '../../route.ts';
import { rulesetListSchema } from '../../schemas/ruleset.ts';
import { REFERENCE_ACCESS, readReference } from './read-reference.ts';

export const listRulesets = defineRoute({
  method: 'get',
  path: '/v1/rulesets',
  summary: 'Rulesets with their versions, and the schemes that they are published for',
  access: REFERENCE_ACCESS,
  answers: { 200: { description: 'All versions.', schema: rulesetListSchema } },
  async handle(call) {
    const rulesets = await readReference(call, readList);
    const items = rulesets.map((ruleset) => ({
      ...ruleset,
      createdAt: ruleset.createdAt.toISOString(),
    }));
    return { status: 200, json: { items } };
  },
});
