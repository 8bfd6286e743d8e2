import type { EntitlementFound } from '#domain/adjudication/check-entitlement.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import { casablancaDate } from '#src/clock.ts';
import { checkEligibility as check } from '#src/pipeline/estimate/check-eligibility.ts';
import { readJson } from '../../request/read-json.ts';
import { defineRoute } from '../../route.ts';
import { eligibilityAnswer, eligibilityRequest } from '../../schemas/eligibility.ts';
import type { TellReason } from '../../tell-reasons.ts';
import { limitGuesses } from './limit-guesses.ts';

/**
 * The rights of a patient. Who names insured, rank and date of birth exactly learns whether rights
 * are open, since when they are not, scheme, fund, ruleset and age limit; all others get one and
 * the same answer, whatever of it is wrong.
 */
export const checkEligibility = defineRoute({
  method: 'post',
  path: '/v1/eligibility',
  summary: 'Whether the rights of a patient are open on a date, and who pays',
  access: { roles: ['clinic', 'insurer-clerk', 'reviewing-doctor'], scope: 'own-sheets' },
  body: { mediaType: 'application/json', schema: eligibilityRequest },
  answers: { 200: { description: 'Open or not, and why.', schema: eligibilityAnswer } },
  async handle(call) {
    const { api, caller, body, language } = call;
    const { insured, patient, ...asked } = readJson(body, eligibilityRequest, language);
    const date = asked.date ?? casablancaDate(api.context.clock());
    const fundId = caller.organisationKind === 'fund' ? caller.organisationId : undefined;
    const found = await limitGuesses(call, async () => {
      const question = { insured, patient, date, fundId };
      const result = await check(api.context, question, api.recordCaches);
      return { identified: result !== undefined, result };
    });
    const tell = await api.reasonTeller(language);
    const json = present(found ?? nobody(insured.issuer), date, tell);
    return { status: 200, json };
  },
});

function nobody(issuer: string): EntitlementFound {
  const reasons = [{ code: 'patient-not-identified', facts: { issuer } }];
  return { open: false, reasons, scheme: null, fund: null, terms: undefined, ageLimit: null };
}

function present(
  { open, reasons, scheme, fund, terms, ageLimit }: EntitlementFound,
  date: CalendarDate,
  tell: TellReason,
) {
  return {
    ...{ date, open, scheme, fund },
    reasons: reasons.map(tell),
    ruleset:
      terms === undefined
        ? null
        : { id: terms.id, from: terms.effectiveFrom, to: terms.effectiveTo },
    ageLimit:
      ageLimit === null
        ? null
        : {
            lastAge: ageLimit.row.lastAge,
            lastDay: ageLimit.lastDay,
            row: ageLimit.row.code,
            source: ageLimit.row.source,
          },
  };
}
