import { z } from 'zod';
import { rulesetDifference } from '#domain/ruleset-difference/ruleset-difference.ts';
import { presentChanges } from '../../answers/present-ruleset.ts';
import { defineRoute } from '../../route.ts';
import { rulesetParams, versionNumber } from '../../schemas/ruleset.ts';
import { comparisonSchema } from '../../schemas/ruleset-change.ts';
import { readReference } from '../reference/read-reference.ts';
import { EVERYBODY, findVisible } from './ruleset-access.ts';

export const compareVersions = defineRoute({
  method: 'get',
  path: '/v1/rulesets/{code}/versions/{version}/diff',
  summary: 'What differs from another version to this one: row by row, in words and as data',
  access: EVERYBODY,
  params: rulesetParams,
  query: z.strictObject({
    with: versionNumber.meta({ description: 'The version that it is compared with, as before.' }),
  }),
  answers: { 200: { description: 'Every difference.', schema: comparisonSchema } },
  async handle(call) {
    const { caller, params, query, language } = call;
    const { code, version: to } = params;
    const from = query.with;
    const [before, after] = await readReference(call, async (tx) => [
      await findVisible(tx, caller, { code, version: from }),
      await findVisible(tx, caller, params),
    ]);
    const changes = rulesetDifference(JSON.parse(before.document), JSON.parse(after.document));
    const json = { code, from, to, changes: presentChanges(changes, language) };
    return { status: 200, json };
  },
});
