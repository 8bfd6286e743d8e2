import { UnsoundRuleset } from '#src/pipeline/rulesets/refusals.ts';
import { reviewVersion } from '#src/pipeline/rulesets/review-version.ts';
import { presentReview } from '../../answers/present-ruleset.ts';
import { etag, refuseRuleset } from '../../problems/refuse-ruleset.ts';
import { defineRoute } from '../../route.ts';
import { rulesetParams } from '../../schemas/ruleset.ts';
import { casesSchema } from '../../schemas/ruleset-review.ts';
import { INSIDE, readRuleset } from './ruleset-access.ts';

export const getCases = defineRoute({
  method: 'get',
  path: '/v1/rulesets/{code}/versions/{version}/cases',
  summary: 'What the golden cases of a version come to, and the rows that none touches',
  access: INSIDE,
  params: rulesetParams,
  answers: { 200: { description: 'The cases, run now.', schema: casesSchema } },
  async handle(call) {
    const ruleset = await readRuleset(call, call.params);
    const review = await reviewVersion(call.api.context, ruleset);
    const { cases } = presentReview(review, call.language);
    if (cases === null) throw refuseRuleset(new UnsoundRuleset(review), call.language);
    return { status: 200, json: cases, headers: etag(ruleset.contentHash) };
  },
});
