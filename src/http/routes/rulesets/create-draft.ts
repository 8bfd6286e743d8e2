import { z } from 'zod';
import { createDraft as create, type DraftContent } from '#src/pipeline/rulesets/create-draft.ts';
import { readIdempotencyKey } from '../../request/read-idempotency-key.ts';
import { readJson } from '../../request/read-json.ts';
import { defineRoute } from '../../route.ts';
import { rulesetCodeParams, rulesetDocument } from '../../schemas/ruleset.ts';
import { draftAnswerSchema } from '../../schemas/ruleset-review.ts';
import { AUTHORS, explained, IDEMPOTENCY_KEY } from './ruleset-access.ts';
import { reviewed } from './validate-version.ts';

const draftRequestSchema = z
  .strictObject({
    document: rulesetDocument.optional(),
    from: z.int().min(1).optional().meta({ description: 'The version to begin from.' }),
    changes: z
      .array(
        z.strictObject({
          path: z
            .string()
            .min(1)
            .max(200)
            .meta({ examples: ['ROUTINE.rate', 'effectiveFrom'] }),
          value: z.json(),
        }),
      )
      .max(500)
      .optional()
      .meta({ description: 'Fields of the version that it begins from, set anew.' }),
  })
  .refine(({ document, from }) => (document === undefined) !== (from === undefined), {
    message: 'document-or-version',
  })
  .refine(({ from, changes }) => from !== undefined || changes === undefined, {
    message: 'document-or-version',
  })
  .meta({ id: 'RulesetDraftRequest' });

export const createDraft = defineRoute({
  method: 'post',
  path: '/v1/rulesets/{code}/versions',
  summary: 'Create a draft: from a document, or from an earlier version with changes',
  access: AUTHORS,
  params: rulesetCodeParams,
  body: { mediaType: 'application/json', schema: draftRequestSchema },
  optionalHeaders: IDEMPOTENCY_KEY,
  answers: { 201: { description: 'The draft, with its review.', schema: draftAnswerSchema } },
  async handle(call) {
    const { api, caller, params, body, language, header } = call;
    const content = toContent(readJson(body, draftRequestSchema, language));
    const key = readIdempotencyKey(header('Idempotency-Key'));
    const request = { code: params.code, actor: caller.clientId, content, key };
    const place = await explained(call, create(api.context, request));
    const answer = await reviewed(call, place);
    const Location = `/v1/rulesets/${place.code}/versions/${place.version}`;
    return { ...answer, status: 201, headers: { ...answer.headers, Location } };
  },
});

function toContent({ document, from, changes = [] }: z.output<typeof draftRequestSchema>) {
  const content: DraftContent = from === undefined ? { document } : { from, changes };
  return content;
}
