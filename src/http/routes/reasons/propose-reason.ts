import { z } from 'zod';
import { parseReasonWording, reasonWordingSchema } from '#src/intake/parse-reason-wording.ts';
import { proposeWording } from '#src/pipeline/reasons/propose-wording.ts';
import { HttpError } from '../../problems/http-error.ts';
import { readIfMatch } from '../../request/read-if-match.ts';
import { readJson } from '../../request/read-json.ts';
import { defineRoute } from '../../route.ts';
import { reasonEntrySchema, reasonParams } from '../../schemas/reason-catalogue.ts';
import { answerReason } from './reason-access.ts';

/** Its code, family and facts are fixed: decisions of years refer to them. */
export const proposeReason = defineRoute({
  method: 'put',
  path: '/v1/reasons/{code}',
  summary: 'Propose how a reason is told; it is told so once somebody else approves',
  access: { roles: ['rules-author'], scope: 'rules' },
  params: reasonParams,
  body: { mediaType: 'application/json', schema: reasonWordingSchema },
  requestHeaders: { 'If-Match': 'The ETag of the reason as it was read.' },
  answers: { 200: { description: 'With the proposal.', schema: reasonEntrySchema } },
  async handle({ api, caller, params, body, language, header }) {
    const { code } = params;
    const contentHashes = readIfMatch(header('If-Match'));
    const parsed = parseReasonWording(readJson(body, z.unknown(), language), { code, language });
    if (!parsed.ok) throw new HttpError('input-invalid', { errors: parsed.issues });
    const { wording } = parsed;
    const proposal = { code, wording, contentHashes, author: caller.clientId };
    return answerReason(await proposeWording(api.context, proposal), caller);
  },
});
