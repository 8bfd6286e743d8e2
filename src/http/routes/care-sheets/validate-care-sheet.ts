import { careSheetSchema } from '#src/intake/care-sheet-schema.ts';
import { readSubmission } from '../../request/read-submission.ts';
import { defineRoute } from '../../route.ts';
import { validationSchema } from '../../schemas/acknowledgement.ts';

/** Checks a care sheet without sending it: nothing is stored. */
export const validateCareSheet = defineRoute({
  method: 'post',
  path: '/v1/care-sheets/validate',
  summary: 'Check a care sheet without submitting it',
  access: { roles: ['clinic'], scope: 'own-submissions' },
  body: { mediaType: 'application/json', schema: careSheetSchema },
  answers: { 200: { description: 'It would be accepted.', schema: validationSchema } },
  async handle({ body, language }) {
    const { warnings } = readSubmission(body, language);
    return { status: 200, json: { valid: true, warnings } };
  },
});
