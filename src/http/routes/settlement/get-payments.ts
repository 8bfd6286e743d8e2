import { paymentsCsv } from '#src/pipeline/settle/batch-files.ts';
import { csvAnswer } from '../../answers/csv-answer.ts';
import { defineRoute } from '../../route.ts';
import { batchParams } from '../../schemas/settlement.ts';
import { LARGE_BATCH, SETTLEMENT_READERS } from './settlement-access.ts';

export const getPayments = defineRoute({
  method: 'get',
  path: '/v1/settlement-batches/{number}/payments.csv',
  summary: 'The transfers of a batch: one a payee, with its RIB, and control totals',
  access: { roles: SETTLEMENT_READERS, scope: 'own-fund' },
  params: batchParams,
  patience: LARGE_BATCH,
  answers: { 200: { description: 'The list.', mediaType: 'text/csv' } },
  async handle({ api, caller, params: { number } }) {
    const content = await paymentsCsv(api.context, { fundId: caller.organisationId, number });
    return csvAnswer(`payments-${number}.csv`, content);
  },
});
