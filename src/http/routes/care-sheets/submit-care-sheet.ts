import { casablancaDate } from '#src/clock.ts';
import { AppError } from '#src/errors.ts';
import { careSheetSchema } from '#src/intake/care-sheet-schema.ts';
import { createIssue } from '#src/intake/issue.ts';
import { toCareSheet } from '#src/intake/to-care-sheet.ts';
import { careSheetLinks } from '../../answers/present-care-sheet.ts';
import { HttpError } from '../../problems/http-error.ts';
import { readSubmission } from '../../request/read-submission.ts';
import { type Answer, type Call, defineRoute } from '../../route.ts';
import { type Acknowledgement, acknowledgementSchema } from '../../schemas/acknowledgement.ts';

/** Takes a care sheet in; the answer comes after COMMIT, and before any decision. */
export const submitCareSheet = defineRoute({
  method: 'post',
  path: '/v1/care-sheets',
  summary: 'Submit a care sheet',
  access: { roles: ['clinic'], scope: 'own-submissions' },
  body: { mediaType: 'application/json', schema: careSheetSchema },
  requestHeaders: {
    'Idempotency-Key': 'A new value for each sheet; repeat a request with the same one.',
  },
  answers: {
    202: { description: 'Stored, and waiting to be decided.', schema: acknowledgementSchema },
  },
  handle,
});

async function handle(call: Call<unknown, unknown>): Promise<Answer> {
  const { api, caller, language } = call;
  const idempotencyKey = readKey(call.header('Idempotency-Key'));
  const { submission, warnings, document, bodyHash } = readSubmission(call.body, language);
  const receivedAt = api.context.clock();
  const result = await api.intake.accept({
    organisationId: caller.organisationId,
    clientId: caller.clientId,
    sheet: toCareSheet(submission, casablancaDate(receivedAt)),
    ...{ idempotencyKey, bodyHash, document, receivedAt },
  });
  api.metrics.accepted(result.kind);
  switch (result.kind) {
    case 'key-reused':
      throw new AppError('key-reused', 'This Idempotency-Key was used for another care sheet.');
    case 'number-taken':
      throw new HttpError('number-taken', {
        members: { id: result.id, links: careSheetLinks(result.id) },
      });
    case 'unknown-fund': {
      const issue = createIssue('unknown-fund', { pointer: '/fund', language });
      throw new HttpError('input-invalid', { errors: [issue] });
    }
    default: {
      const { id } = result;
      const links = careSheetLinks(id);
      const json: Acknowledgement = {
        ...{ id, number: submission.number, status: 'received' },
        receivedAt: result.receivedAt.toISOString(),
        warnings: [...warnings],
        links,
      };
      const replayed = result.kind === 'replayed' ? { 'Idempotency-Hit': 'true' } : {};
      return { status: 202, json, headers: { Location: links.self, ...replayed } };
    }
  }
}

function readKey(header: string | undefined): string {
  if (header === undefined || header === '') throw new HttpError('idempotency-key-missing');
  if (!/^[!-~]{1,255}$/.test(header)) throw new HttpError('idempotency-key-invalid');
  return header;
}
