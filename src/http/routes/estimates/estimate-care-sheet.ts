import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import { compareText } from '#domain/calendar/compare-text.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { casablancaDate } from '#src/clock.ts';
import { AppError } from '#src/errors.ts';
import { estimateSchema } from '#src/intake/care-sheet-schema.ts';
import { completeEstimate } from '#src/intake/complete-estimate.ts';
import { createIssue } from '#src/intake/issue.ts';
import { toCareSheet } from '#src/intake/to-care-sheet.ts';
import type { DecidedEstimate } from '#src/pipeline/estimate/decide-estimate.ts';
import {
  type EstimateResult,
  estimateCareSheet as estimate,
} from '#src/pipeline/estimate/estimate-care-sheet.ts';
import { presentEstimate } from '../../answers/present-estimate.ts';
import { HttpError } from '../../problems/http-error.ts';
import { readJson } from '../../request/read-json.ts';
import { defineRoute } from '../../route.ts';
import { estimateAnswerSchema } from '../../schemas/estimate.ts';
import { limitGuesses } from './limit-guesses.ts';

/** What would be paid for care that is not billed yet; nothing is kept. */
export const estimateCareSheet = defineRoute({
  method: 'post',
  path: '/v1/estimates',
  summary: 'What would be decided if this care sheet were sent now; it binds nobody',
  access: { roles: ['clinic', 'insurer-clerk', 'reviewing-doctor'], scope: 'own-sheets' },
  body: { mediaType: 'application/json', schema: estimateSchema },
  answers: { 200: { description: 'The estimate.', schema: estimateAnswerSchema } },
  async handle(call) {
    const { api, caller, body, language } = call;
    const at = api.context.clock();
    const today = casablancaDate(at);
    const asked = completeEstimate(readJson(body, estimateSchema, language), today);
    const sheet = asReceived(toCareSheet(asked, today), today);
    const fundId = caller.organisationKind === 'fund' ? caller.organisationId : undefined;
    const result = await limitGuesses(call, async () => {
      const answer = await estimate(api.context, { sheet, fundId }, api.recordCaches);
      return { identified: answer.kind !== 'estimated' || answer.identified, result: answer };
    });
    const estimated = refuseUnlessEstimated(result, language);
    const tell = await api.reasonTeller(language);
    return { status: 200, json: presentEstimate(estimated, { sheet, at, language, tell }) };
  },
});

function refuseUnlessEstimated(result: EstimateResult, language: Language): DecidedEstimate {
  switch (result.kind) {
    case 'unknown-fund': {
      const issue = createIssue('unknown-fund', { pointer: '/fund', language });
      throw new HttpError('input-invalid', { errors: [issue] });
    }
    case 'foreign-fund':
      throw new AppError('forbidden', 'A fund estimates only what is addressed to it.');
    case 'estimated':
      return result.estimate;
  }
}

/** Care to come counts as sent on its last day: before, no sheet of it could be. */
function asReceived(sheet: CareSheet, today: CalendarDate): CareSheet {
  const days = [today, ...sheet.lines.map(({ date }) => date), sheet.stay?.discharge ?? today];
  return { ...sheet, receivedOn: days.sort(compareText).at(-1) ?? today };
}
