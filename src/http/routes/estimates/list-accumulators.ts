import type { CapUsage } from '#domain/adjudication/cap-usage.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { casablancaDate } from '#src/clock.ts';
import { AppError } from '#src/errors.ts';
import { readAccumulators } from '#src/pipeline/estimate/read-accumulators.ts';
import { defineRoute } from '../../route.ts';
import {
  type AccumulatorAnswer,
  accumulatorsAnswer,
  insuredParams,
} from '../../schemas/accumulators.ts';
import { atDate } from '../../schemas/nomenclature.ts';

export const listAccumulators = defineRoute({
  method: 'get',
  path: '/v1/insured/{issuer}/{number}/accumulators',
  summary: 'What an insured of the fund has used of every cap, by patient and family, on a date',
  access: { roles: ['insurer-clerk', 'reviewing-doctor', 'auditor'], scope: 'own-fund' },
  params: insuredParams,
  query: atDate,
  answers: { 200: { description: 'Each cap with its window.', schema: accumulatorsAnswer } },
  async handle({ api, caller, params, query }) {
    const date = query.date ?? casablancaDate(api.context.clock());
    const asked = { insured: params, date, fundId: caller.organisationId };
    const found = await readAccumulators(api.context, asked, api.recordCaches);
    if (found === undefined) throw new AppError('not-found', 'Your fund pays for no such insured.');
    const { scheme, ruleset, usages } = found;
    const items = usages.map((usage) => present(usage, date));
    return { status: 200, json: { date, scheme, ruleset, items } };
  },
});

function present({ cap, patientRank, from, ...usage }: CapUsage, to: CalendarDate) {
  const { code, per, window, amount, source } = cap;
  const months = window.kind === 'sliding-months' ? window.months : null;
  return {
    ...{ cap: code, per, patientRank, source },
    window: { kind: window.kind, months, from, to },
    amount: formatAmount(amount),
    used: formatAmount(usage.used),
    remaining: formatAmount(usage.remaining),
  } satisfies AccumulatorAnswer;
}
