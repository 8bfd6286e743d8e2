import { readAs } from '#db/reads/read-as.ts';
import { listBatches } from '#db/reads/settlement-batches.ts';
import { decodeNumberCursor, encodeCursor } from '../../request/cursor.ts';
import { defineRoute } from '../../route.ts';
import { batchListSchema, batchPage, toBatch } from '../../schemas/settlement.ts';
import { SETTLEMENT_READERS } from './settlement-access.ts';

export const listSettlementBatches = defineRoute({
  method: 'get',
  path: '/v1/settlement-batches',
  summary: 'Settlement batches of the fund, the newest first',
  access: { roles: SETTLEMENT_READERS, scope: 'own-fund' },
  query: batchPage,
  answers: { 200: { description: 'One page.', schema: batchListSchema } },
  async handle({ api, caller, query }) {
    const { organisationId } = caller;
    const page = { before: decodeNumberCursor(query.cursor), limit: query.limit + 1 };
    const batches = await readAs(api.context.database, organisationId, (tx) =>
      listBatches(tx, organisationId, page),
    );
    const last = batches.length > query.limit ? batches[query.limit - 1] : undefined;
    const items = batches.slice(0, query.limit).map(toBatch);
    return { status: 200, json: { items, next: last ? encodeCursor(last.number) : null } };
  },
});
