import { markBatchPaid } from '#src/pipeline/settle/mark-batch-paid.ts';
import { defineRoute } from '../../route.ts';
import { batchParams, batchSchema, toBatch } from '../../schemas/settlement.ts';
import { findVisibleBatch } from './find-visible-batch.ts';

export const paySettlementBatch = defineRoute({
  method: 'post',
  path: '/v1/settlement-batches/{number}/paid',
  summary: 'Mark a batch as paid: by somebody else than who sealed it',
  access: { roles: ['settlement-approver'], scope: 'own-fund' },
  params: batchParams,
  answers: { 200: { description: 'It is paid, now or since before.', schema: batchSchema } },
  async handle({ api, caller, params }) {
    const { organisationId: fundId, clientId: actor } = caller;
    await markBatchPaid(api.context, { fundId, actor, number: params.number });
    return { status: 200, json: toBatch(await findVisibleBatch(api, caller, params.number)) };
  },
});
