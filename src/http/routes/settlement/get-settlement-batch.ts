import { defineRoute } from '../../route.ts';
import { batchParams, batchSchema, toBatch } from '../../schemas/settlement.ts';
import { findVisibleBatch } from './find-visible-batch.ts';
import { SETTLEMENT_READERS } from './settlement-access.ts';

export const getSettlementBatch = defineRoute({
  method: 'get',
  path: '/v1/settlement-batches/{number}',
  summary: 'A settlement batch of the fund',
  access: { roles: SETTLEMENT_READERS, scope: 'own-fund' },
  params: batchParams,
  answers: { 200: { description: 'The batch.', schema: batchSchema } },
  async handle({ api, caller, params }) {
    return { status: 200, json: toBatch(await findVisibleBatch(api, caller, params.number)) };
  },
});
