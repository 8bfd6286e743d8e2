import { careSheetSchema } from '#src/intake/care-sheet-schema.ts';
import { type Answer, type Call, defineRoute } from '../../route.ts';
import { exchangeBulk } from './bulk-exchange.ts';
import { bulkAnswerSchema } from './bulk-schemas.ts';

/** Milliseconds. */
const IDLE = 30_000;

/**
 * Takes any number of care sheets in, one a line, and answers line by line while it reads: read
 * the answer while you send. A sheet's number is its key, so sending a line again is harmless.
 */
export const bulkCareSheets = defineRoute({
  method: 'post',
  path: '/v1/care-sheets/bulk',
  summary: 'Submit care sheets in bulk',
  access: { roles: ['clinic'], scope: 'own-submissions' },
  body: { mediaType: 'application/x-ndjson', schema: careSheetSchema, streamed: true },
  patience: 'own',
  answers: {
    200: {
      description:
        'A result for each line, in their order, after it was stored; the last line has the ' +
        'counts. It comes while the body is still read.',
      mediaType: 'application/x-ndjson',
      schema: bulkAnswerSchema,
    },
  },
  handle,
});

async function handle(call: Call<unknown, unknown>): Promise<Answer> {
  const { api, caller, language, input, requestId } = call;
  return {
    status: 200,
    lines: exchangeBulk({ api, caller, language, input, requestId, idle: IDLE }),
    // A proxy that collects the answer would stop the upload.
    headers: { 'X-Accel-Buffering': 'no' },
  };
}
