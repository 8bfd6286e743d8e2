import { saveDraft as save } from '#src/pipeline/rulesets/save-draft.ts';
import { readIfMatch } from '../../request/read-if-match.ts';
import { readJson } from '../../request/read-json.ts';
import { defineRoute } from '../../route.ts';
import { rulesetDocument, rulesetParams } from '../../schemas/ruleset.ts';
import { draftAnswerSchema } from '../../schemas/ruleset-review.ts';
import { AUTHORS, explained, IF_MATCH } from './ruleset-access.ts';
import { reviewed } from './validate-version.ts';

export const saveDraft = defineRoute({
  method: 'put',
  path: '/v1/rulesets/{code}/versions/{version}',
  summary: 'Replace the document of a draft; errors are told, and do not keep it from being saved',
  access: AUTHORS,
  params: rulesetParams,
  body: { mediaType: 'application/json', schema: rulesetDocument },
  requestHeaders: IF_MATCH,
  answers: { 200: { description: 'The draft, with its review.', schema: draftAnswerSchema } },
  async handle(call) {
    const { api, caller, params, body, language, header } = call;
    const contentHashes = readIfMatch(header('If-Match'));
    const document = readJson(body, rulesetDocument, language);
    const request = { ...params, actor: caller.clientId, contentHashes, document };
    await explained(call, save(api.context, request));
    return reviewed(call, params);
  },
});
