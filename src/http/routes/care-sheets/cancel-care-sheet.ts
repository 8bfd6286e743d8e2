import { z } from 'zod';
import { cancelCareSheet as cancel } from '#src/pipeline/cancel/cancel-care-sheet.ts';
import { careSheetLinks } from '../../answers/present-care-sheet.ts';
import { defineRoute } from '../../route.ts';
import { id } from '../../schemas/paging.ts';

const cancelledSchema = z
  .strictObject({
    id: z.int(),
    status: z.literal('cancelled'),
    links: z.strictObject({ self: z.string(), explanation: z.string() }),
  })
  .meta({ id: 'Cancelled' });

export const cancelCareSheet = defineRoute({
  method: 'post',
  path: '/v1/care-sheets/{id}/cancel',
  summary: 'Cancel a care sheet that is not settled; what it took from caps comes back',
  access: { roles: ['clinic'], scope: 'own-submissions' },
  params: z.strictObject({ id }),
  answers: {
    200: { description: 'It is cancelled, now or since before.', schema: cancelledSchema },
  },
  async handle({ api, caller, params }) {
    const { organisationId, clientId } = caller;
    await cancel(api.context, { organisationId, clientId, sheetId: params.id });
    const links = careSheetLinks(params.id);
    return { status: 200, json: { id: params.id, status: 'cancelled', links } };
  },
});
