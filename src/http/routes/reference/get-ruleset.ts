import { findRuleset } from '#db/reads/rulesets.ts';
import { AppError } from '#src/errors.ts';
import { defineRoute } from '../../route.ts';
import { rulesetAnswerSchema, rulesetParams } from '../../schemas/ruleset.ts';
import { REFERENCE_ACCESS, readReference } from './read-reference.ts';

export const getRuleset = defineRoute({
  method: 'get',
  path: '/v1/rulesets/{code}/versions/{version}',
  summary: 'One version of a ruleset with its document',
  access: REFERENCE_ACCESS,
  params: rulesetParams,
  answers: { 200: { description: 'The version.', schema: rulesetAnswerSchema } },
  async handle(call) {
    const ruleset = await readReference(call, (tx) => findRuleset(tx, call.params));
    if (ruleset === undefined) throw new AppError('not-found', 'There is no such version.');
    const { document, createdAt, ...header } = ruleset;
    const json = {
      ...header,
      createdAt: createdAt.toISOString(),
      document: JSON.parse(document),
    };
    return { status: 200, json };
  },
});
