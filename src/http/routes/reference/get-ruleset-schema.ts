import { rulesetJsonSchema } from '#src/intake/ruleset-json-schema.ts';
import { defineRoute } from '../../route.ts';

const mediaType = 'application/schema+json';

export const getRulesetSchema = defineRoute({
  method: 'get',
  path: '/v1/schemas/ruleset',
  summary: 'What a ruleset looks like, every field described',
  access: 'public',
  answers: { 200: { description: 'JSON Schema 2020-12.', mediaType } },
  async handle() {
    return { status: 200, text: { mediaType, content: JSON.stringify(rulesetJsonSchema()) } };
  },
});
