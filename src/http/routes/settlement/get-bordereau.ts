import { bordereauCsv } from '#src/pipeline/settle/batch-files.ts';
import { csvAnswer } from '../../answers/csv-answer.ts';
import { defineRoute } from '../../route.ts';
import { batchParams } from '../../schemas/settlement.ts';
import { LARGE_BATCH, SETTLEMENT_READERS } from './settlement-access.ts';

export const getBordereau = defineRoute({
  method: 'get',
  path: '/v1/settlement-batches/{number}/bordereau.csv',
  summary: 'The bordereau of a batch: its care sheets and control totals',
  access: { roles: SETTLEMENT_READERS, scope: 'own-fund' },
  params: batchParams,
  patience: LARGE_BATCH,
  answers: { 200: { description: 'As it was sealed.', mediaType: 'text/csv' } },
  async handle({ api, caller, params: { number } }) {
    const content = await bordereauCsv(api.context, { fundId: caller.organisationId, number });
    return csvAnswer(`bordereau-${number}.csv`, content);
  },
});
