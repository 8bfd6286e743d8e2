import { findAct } from '#db/reads/acts.ts';
import { AppError } from '#src/errors.ts';
import { presentAct } from '../../answers/present-act.ts';
import { defineRoute } from '../../route.ts';
import { actSchema, atDate, byCode } from '../../schemas/nomenclature.ts';
import { REFERENCE_ACCESS, readReference, todayOf } from './read-reference.ts';

export const getAct = defineRoute({
  method: 'get',
  path: '/v1/acts/{code}',
  summary: 'An act of the nomenclature on a date',
  access: REFERENCE_ACCESS,
  params: byCode,
  query: atDate,
  answers: { 200: { description: 'The version in force on the date.', schema: actSchema } },
  async handle(call) {
    const date = call.query.date ?? todayOf(call.api);
    const act = await readReference(call, (tx) => findAct(tx, { ...call.params, date }));
    if (act === undefined) throw new AppError('not-found', 'No such act is in force on the date.');
    return { status: 200, json: presentAct(act) };
  },
});
