import { reviewVersion } from '#src/pipeline/rulesets/review-version.ts';
import { presentReview } from '../../answers/present-ruleset.ts';
import { etag } from '../../problems/refuse-ruleset.ts';
import { type Answer, type Call, defineRoute } from '../../route.ts';
import { rulesetParams } from '../../schemas/ruleset.ts';
import { draftAnswerSchema } from '../../schemas/ruleset-review.ts';
import { INSIDE, type RulesetParams, readRuleset } from './ruleset-access.ts';

export const validateVersion = defineRoute({
  method: 'post',
  path: '/v1/rulesets/{code}/versions/{version}/validate',
  summary: 'Check a version beside the record of today: its errors, and what its cases come to',
  access: INSIDE,
  params: rulesetParams,
  answers: { 200: { description: 'The version, with its review.', schema: draftAnswerSchema } },
  handle: (call) => reviewed(call, call.params),
});

/** A version as it is stored now, with its review. */
export async function reviewed(
  call: Call<unknown, unknown>,
  place: RulesetParams,
): Promise<Answer & { readonly headers: Readonly<Record<string, string>> }> {
  const ruleset = await readRuleset(call, place);
  const review = await reviewVersion(call.api.context, ruleset);
  const json = { ...ruleset, review: presentReview(review, call.language) };
  return { status: 200, json, headers: etag(ruleset.contentHash) };
}
