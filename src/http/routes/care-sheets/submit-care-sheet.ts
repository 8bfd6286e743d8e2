import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { maySeeDiagnosis } from '#src/access/roles.ts';
import { casablancaDate } from '#src/clock.ts';
import { AppError } from '#src/errors.ts';
import { careSheetSchema } from '#src/intake/care-sheet-schema.ts';
import { createIssue } from '#src/intake/issue.ts';
import { toCareSheet } from '#src/intake/to-care-sheet.ts';
import type { AcceptResult } from '#src/pipeline/accept/accept-care-sheets.ts';
import { careSheetLinks, presentCareSheet } from '../../answers/present-care-sheet.ts';
import { HttpError } from '../../problems/http-error.ts';
import { readIdempotencyKey } from '../../request/read-idempotency-key.ts';
import { readSubmission } from '../../request/read-submission.ts';
import { readWait } from '../../request/read-wait.ts';
import { within } from '../../request/within.ts';
import { type Answer, type Call, defineRoute } from '../../route.ts';
import { type Acknowledgement, acknowledgementSchema } from '../../schemas/acknowledgement.ts';
import { type CareSheetAnswer, careSheetAnswerSchema } from '../../schemas/care-sheet.ts';
import { findVisibleSheet } from './find-visible-sheet.ts';

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
  optionalHeaders: {
    Prefer: '"wait=5": answer with the decision when it is there in so many seconds, at most 10.',
  },
  // A caller may want to wait for a decision beyond the time of an ordinary answer.
  patience: 'own',
  answers: {
    200: { description: 'Decided within the time waited for.', schema: careSheetAnswerSchema },
    202: { description: 'Stored, and waiting to be decided.', schema: acknowledgementSchema },
  },
  handle,
});

async function handle(call: Call<unknown, unknown>): Promise<Answer> {
  const { api, caller, language } = call;
  const idempotencyKey = readKey(call.header('Idempotency-Key'));
  const { submission, warnings, document, bodyHash } = readSubmission(call.body, language);
  const receivedAt = api.context.clock();
  const work = api.intake.accept({
    organisationId: caller.organisationId,
    clientId: caller.clientId,
    sheet: toCareSheet(submission, casablancaDate(receivedAt)),
    ...{ idempotencyKey, bodyHash, document, receivedAt },
  });
  const result = await within(api.patience, work);
  api.metrics.accepted(result.kind);
  const { id, ...stored } = refuseUnlessStored(result, language);
  const links = careSheetLinks(id);
  const replayed = result.kind === 'replayed' ? { 'Idempotency-Hit': 'true' } : {};
  const headers = { Location: links.self, ...replayed };
  const wait = readWait(call.header('Prefer'));
  const decided = wait === 0 ? undefined : await waitForDecision(call, { id, wait });
  if (decided !== undefined) {
    return { status: 200, json: decided, headers: { ...headers, 'Preference-Applied': 'wait' } };
  }
  const json: Acknowledgement = {
    ...{ id, number: submission.number, status: 'received' },
    receivedAt: stored.receivedAt.toISOString(),
    warnings: [...warnings],
    links,
  };
  return { status: 202, json, headers };
}

type Stored = Extract<AcceptResult, { kind: 'accepted' | 'replayed' }>;

function refuseUnlessStored(result: AcceptResult, language: Language): Stored {
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
    default:
      return result;
  }
}

/**
 * The sheet with its decision, read as its sender; undefined when there is none in time. The
 * sheet is stored by then, so nothing that fails here may turn its acknowledgement into an error.
 */
async function waitForDecision(
  { api, caller, language }: Call<unknown, unknown>,
  { id, wait }: { id: number; wait: number },
): Promise<CareSheetAnswer | undefined> {
  if (!(await api.decisions.decided(id, wait))) return undefined;
  try {
    const record = await within(api.patience, findVisibleSheet(api, caller, id));
    if (record.decision === null) return undefined;
    const tell = await api.reasonTeller(language);
    return presentCareSheet(record, { tell, withDiagnosis: maySeeDiagnosis(caller) });
  } catch (error) {
    api.context.logger.warn({ err: error, sheetId: id }, 'a decision could not be read');
    return undefined;
  }
}

function readKey(header: string | undefined): string {
  const key = readIdempotencyKey(header);
  if (key === undefined) throw new HttpError('idempotency-key-missing');
  return key;
}
