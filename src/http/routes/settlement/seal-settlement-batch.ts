import { z } from 'zod';
import { sealBatch } from '#src/pipeline/settle/seal-batch.ts';
import { readJson } from '../../request/read-json.ts';
import { defineRoute } from '../../route.ts';
import { batchSchema, sealRequestSchema, toBatch } from '../../schemas/settlement.ts';
import { findVisibleBatch } from './find-visible-batch.ts';
import { LARGE_BATCH } from './settlement-access.ts';

const sealedSchema = z
  .strictObject({
    batch: batchSchema.nullable(),
    held: z.int().meta({ description: 'Payables that wait for a valid RIB.' }),
  })
  .meta({ id: 'Sealed' });

export const sealSettlementBatch = defineRoute({
  method: 'post',
  path: '/v1/settlement-batches',
  summary: 'Seal what the fund owes up to a day into its next batch',
  access: { roles: ['settlement-officer'], scope: 'own-fund' },
  body: { mediaType: 'application/json', schema: sealRequestSchema },
  patience: LARGE_BATCH,
  answers: {
    200: { description: 'There was nothing to pay.', schema: sealedSchema },
    201: { description: 'A batch was sealed.', schema: sealedSchema },
  },
  async handle({ api, caller, body, language }) {
    const { upTo } = readJson(body, sealRequestSchema, language);
    const { organisationId: fundId, clientId: actor } = caller;
    const { batch, heldCount } = await sealBatch(api.context, { fundId, upTo, actor });
    if (batch === null) return { status: 200, json: { batch: null, held: heldCount } };
    const sealed = toBatch(await findVisibleBatch(api, caller, batch.number));
    const headers = { Location: sealed.links.self };
    return { status: 201, json: { batch: sealed, held: heldCount }, headers };
  },
});
