import { readReasonRecord } from '#src/pipeline/reasons/reason-record.ts';
import { defineRoute } from '../../route.ts';
import { reasonEntrySchema, reasonParams } from '../../schemas/reason-catalogue.ts';
import { REFERENCE_ACCESS, readReference } from '../reference/read-reference.ts';
import { answerReason } from './reason-access.ts';

export const getReason = defineRoute({
  method: 'get',
  path: '/v1/reasons/{code}',
  summary: 'One reason, and what is proposed for it',
  access: REFERENCE_ACCESS,
  params: reasonParams,
  answers: { 200: { description: 'As it is told now.', schema: reasonEntrySchema } },
  async handle(call) {
    const record = await readReference(call, (tx) => readReasonRecord(tx, call.params.code));
    return answerReason(record, call.caller);
  },
});
