import { z } from 'zod';
import { presentExplanation } from '../../answers/present-explanation.ts';
import { HttpError } from '../../problems/http-error.ts';
import { defineRoute } from '../../route.ts';
import { explanationSchema } from '../../schemas/explanation.ts';
import { id } from '../../schemas/paging.ts';
import { findVisibleSheet, SHEET_READERS } from './find-visible-sheet.ts';

export const getExplanation = defineRoute({
  method: 'get',
  path: '/v1/care-sheets/{id}/explanation',
  summary: 'Why a care sheet was decided as it was, line by line',
  access: { roles: SHEET_READERS, scope: 'own-sheets' },
  params: z.strictObject({ id }),
  answers: { 200: { description: 'The steps of its decision.', schema: explanationSchema } },
  async handle({ api, caller, params, language }) {
    const record = await findVisibleSheet(api, caller, params.id);
    if (record.decision === null) throw new HttpError('not-decided');
    const telling = { language, tell: await api.reasonTeller(language) };
    return { status: 200, json: presentExplanation(record, record.decision, telling) };
  },
});
