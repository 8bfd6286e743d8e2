import { z } from 'zod';
import { maySeeDiagnosis } from '#src/access/roles.ts';
import { presentCareSheet } from '../../answers/present-care-sheet.ts';
import { defineRoute } from '../../route.ts';
import { careSheetAnswerSchema } from '../../schemas/care-sheet.ts';
import { id } from '../../schemas/paging.ts';
import { findVisibleSheet, SHEET_READERS } from './find-visible-sheet.ts';

export const getCareSheet = defineRoute({
  method: 'get',
  path: '/v1/care-sheets/{id}',
  summary: 'A care sheet, where it is and what was decided',
  access: { roles: SHEET_READERS, scope: 'own-sheets' },
  params: z.strictObject({ id }),
  answers: { 200: { description: 'The care sheet.', schema: careSheetAnswerSchema } },
  async handle({ api, caller, params, language }) {
    const record = await findVisibleSheet(api, caller, params.id);
    const view = { tell: await api.reasonTeller(language), withDiagnosis: maySeeDiagnosis(caller) };
    return { status: 200, json: presentCareSheet(record, view) };
  },
});
