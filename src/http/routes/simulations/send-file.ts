import { z } from 'zod';
import { casablancaDate } from '#src/clock.ts';
import { careSheetSchema } from '#src/intake/care-sheet-schema.ts';
import { calendarDate } from '#src/intake/identifier-schemas.ts';
import { receiveFile } from '#src/pipeline/simulate/receive-file.ts';
import { within } from '../../request/within.ts';
import { defineRoute } from '../../route.ts';
import { exchangeFile } from './file-exchange.ts';
import { fileAnswerSchema } from './file-schemas.ts';
import { SIMULATION_ACCESS } from './find-own-simulation.ts';

/** Milliseconds. */
const IDLE = 30_000;

/** Takes care sheets in for simulations alone: none of them is submitted, or ever decided. */
export const sendFile = defineRoute({
  method: 'post',
  path: '/v1/simulations/files',
  summary: 'Send care sheets that are only to be simulated, one a line; they are kept for a week',
  access: SIMULATION_ACCESS,
  query: z.strictObject({
    receivedOn: calendarDate.optional().meta({
      description: 'The day on which the sheets count as received; today unless told.',
    }),
  }),
  body: { mediaType: 'application/x-ndjson', schema: careSheetSchema, streamed: true },
  patience: 'own',
  answers: {
    200: {
      description:
        'A line for each line that is refused, with all that is wrong with it; the last line has ' +
        'the counts and the file, which is simulated without the refused lines.',
      mediaType: 'application/x-ndjson',
      schema: fileAnswerSchema,
    },
  },
  async handle({ api, caller, query, input, language, requestId }) {
    const receivedOn = query.receivedOn ?? casablancaDate(api.context.clock());
    const { organisationId, clientId: actor } = caller;
    const request = { organisationId, actor, receivedOn };
    const file = await within(api.patience, receiveFile(api.context, request));
    return {
      status: 200,
      lines: exchangeFile({ api, file, receivedOn, input, language, requestId, idle: IDLE }),
      // A proxy that collects the answer would stop the upload.
      headers: { 'X-Accel-Buffering': 'no' },
    };
  },
});
