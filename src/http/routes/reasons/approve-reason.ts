import { approveWording } from '#src/pipeline/reasons/approve-wording.ts';
import { readIfMatch } from '../../request/read-if-match.ts';
import { defineRoute } from '../../route.ts';
import { reasonEntrySchema, reasonParams } from '../../schemas/reason-catalogue.ts';
import { answerReason } from './reason-access.ts';

export const approveReason = defineRoute({
  method: 'post',
  path: '/v1/reasons/{code}/approve',
  summary: 'Approve the newest proposal of somebody else: the reason is told so from now on',
  access: { roles: ['rules-approver'], scope: 'rules' },
  params: reasonParams,
  requestHeaders: { 'If-Match': 'The ETag of the reason with the proposal, as it was read.' },
  answers: { 200: { description: 'As it is told now.', schema: reasonEntrySchema } },
  async handle({ api, caller, params, header }) {
    const contentHashes = readIfMatch(header('If-Match'));
    const approval = { code: params.code, contentHashes, approver: caller.clientId };
    return answerReason(await approveWording(api.context, approval), caller);
  },
});
